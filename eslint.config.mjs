// What the compiler does not see: the rooms of the house and its manners. Formatting is Prettier's alone.
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';
import { changegate } from './scripts/lint/layers.mjs';

const platform = ['vscode', 'node:*', 'fs', 'path', 'os', 'crypto', 'child_process'];

/**
 * The rooms, each with what it may not import. Patterns match the text of an import, which is relative and therefore
 * passes through the name of the room that it goes to.
 * @type {readonly { readonly room: string, readonly files: string[], readonly ignores?: string[], readonly packages: string[], readonly rooms: string[], readonly may: string }[]}
 */
const rooms = [
  {
    room: 'core',
    files: ['src/core/**/*.ts'],
    packages: platform,
    rooms: ['node', 'cli', 'mcp', 'vscode', 'webview'],
    may: 'The core is pure: it imports the core alone. Let what it needs be passed in (src/core/ports.ts).',
  },
  {
    room: 'node',
    files: ['src/node/**/*.ts'],
    packages: ['vscode'],
    rooms: ['cli', 'mcp', 'vscode', 'webview'],
    may: 'src/node holds the ports on Node: it imports the core and Node.',
  },
  {
    room: 'cli',
    files: ['src/cli/**/*.ts'],
    packages: ['vscode'],
    rooms: ['mcp', 'vscode', 'webview'],
    may: 'The CLI imports the core and src/node.',
  },
  {
    room: 'mcp',
    files: ['src/mcp/**/*.ts'],
    packages: ['vscode'],
    rooms: ['cli', 'vscode', 'webview'],
    may: 'The agent face imports the core and src/node.',
  },
  {
    room: 'vscode',
    files: ['src/vscode/**/*.ts'],
    ignores: ['src/vscode/extension.ts', 'src/vscode/**/*.node.ts'],
    packages: platform.filter((name) => name !== 'vscode'),
    rooms: ['node', 'cli', 'mcp', 'webview/*', '!webview/protocol'],
    may: 'This runs in the browser too: it imports the core, VS Code and webview/protocol. Node belongs in a *.node.ts.',
  },
  {
    room: 'vscode on Node',
    files: ['src/vscode/extension.ts', 'src/vscode/**/*.node.ts'],
    packages: [],
    rooms: ['cli', 'mcp', 'webview/*', '!webview/protocol'],
    may: 'The VS Code face imports the core, src/node, VS Code and webview/protocol.',
  },
  {
    room: 'webview',
    files: ['src/webview/**/*.ts'],
    packages: platform,
    rooms: ['core', 'node', 'cli', 'mcp', 'vscode'],
    may: 'The webview is a page of its own: it imports its own files, and shares protocol.ts with the VS Code face.',
  },
];

/** @param {string} room */
function anywhere(room) {
  return room.startsWith('!') ? `!**/../${room.slice(1)}` : `**/../${room}`;
}

export default defineConfig(
  globalIgnores([
    'dist/',
    'out/',
    'coverage/',
    '.cache/',
    'examples/',
    'test/fixtures/',
    'bench/results/',
    'src/forbidden.d.ts',
  ]),
  {
    files: ['src/**/*.ts', 'test/**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      eqeqeq: 'error',
      'no-console': 'error',
      'no-restricted-exports': ['error', { restrictDefaultExports: { direct: true, named: true, defaultFrom: true } }],
      'object-shorthand': 'error',
      'prefer-const': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'separate-type-imports' }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/dot-notation': ['error', { allowIndexSignaturePropertyAccess: true }],
      // Splitting a text into its code points is what we mean by it.
      '@typescript-eslint/no-misused-spread': ['error', { allow: ['string'] }],
      // Interfaces are kept by objects made of closures, here and in VS Code, whose Disposable is a class in name only.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      '@typescript-eslint/unbound-method': 'off',
      // The compiler says it, with `noUnusedLocals` and `noUnusedParameters`.
      '@typescript-eslint/no-unused-vars': 'off',
    },
  },
  rooms.map(({ room, files, ignores = [], packages, rooms: forbidden, may }) => ({
    name: `changegate/rooms/${room}`,
    files,
    ignores,
    rules: {
      '@typescript-eslint/no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              group: [...packages, ...forbidden.map(anywhere)],
              message: may,
            },
          ],
        },
      ],
    },
  })),
  {
    files: ['src/core/**/*.ts'],
    plugins: { changegate },
    rules: { 'changegate/downward-imports': 'error' },
  },
  {
    // VS Code takes any string for a command; ours are those of the manifest.
    files: ['src/vscode/**/*.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        ...[
          "CallExpression[callee.property.name='executeCommand'] > Literal.arguments:first-child[value=/^changegate\\./]",
          "Property[key.name='command'] > Literal[value=/^changegate\\./]",
          "AssignmentExpression[left.property.name='command'] > Literal[value=/^changegate\\./]",
        ].map((selector) => ({
          selector,
          message: "Write `satisfies CommandId` behind the id of a command: then one that doesn't exist won't compile.",
        })),
      ],
    },
  },
  {
    files: ['src/cli/**/*.ts', 'test/**/*.ts'],
    rules: { 'no-console': 'off' },
  },
  {
    files: ['test/**/*.ts'],
    rules: {
      // A test says what it expects to be there, and fails where it is not.
      '@typescript-eslint/no-non-null-assertion': 'off',
      // Assertions narrow types, which makes the next condition look superfluous.
      '@typescript-eslint/no-unnecessary-condition': 'off',
    },
  },
);
