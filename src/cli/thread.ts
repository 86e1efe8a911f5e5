// Entry point of the threads that validate a share of the records.
import { keepCompiledCode } from './compileCache';

keepCompiledCode();
void import('./checkInThreads').then(({ serveThread }) => serveThread());
