// Every suite that runs in the Node extension host.
import './activation.test';
