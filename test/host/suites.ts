// Every suite that runs in the Node extension host.
import './activation.test';
import './diagnostics.test';
import './explorer.test';
import './manifest.test';
import './newRecord.test';
import './reconcile.test';
