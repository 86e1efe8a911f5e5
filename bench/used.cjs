// Required before a program: when it ends, what it used is written to the file that CHANGEGATE_USED names.
const { writeFileSync } = require('node:fs');
const { isMainThread } = require('node:worker_threads');

const file = process.env.CHANGEGATE_USED;
if (isMainThread && file) process.on('exit', () => writeFileSync(file, JSON.stringify(process.resourceUsage())));
