// Every suite that runs in the web worker extension host: what the Node extension host runs, as far as it needs no Node.
import './activation.test';
import '../host/activation.test';
import '../host/diagnostics.test';
import '../host/explorer.test';
import '../host/manifest.test';
