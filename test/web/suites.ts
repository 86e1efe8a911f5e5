// Every suite that runs in the web worker extension host.
import './activation.test';
