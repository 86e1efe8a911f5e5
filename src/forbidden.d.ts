/** What `import … from 'vscode'` resolves to where that import is forbidden: a module with nothing in it. */
export {};
