// The floor of a cold validation: read the bytes of every file and split them into lines.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const folder = process.argv[2] ?? '.';
let lines = 0;
for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' }))
  if (file.endsWith('.md')) lines += readFileSync(join(folder, file), 'utf8').split('\n').length;
console.log(lines);
