import { Workbench, type ColorTheme } from './workbench';

const themes: readonly ColorTheme[] = ['light', 'dark', 'high contrast'];

describe('how it looks', () => {
  for (const theme of themes) {
    it(`in ${theme}`, async () => {
      const workbench = await Workbench.open({
        theme,
        settings: { 'editor.minimap.enabled': false, 'editor.fontSize': 13 },
      });
      try {
        await workbench.showContainer('Changes');
        await workbench.treeRow('Rotate the keys').waitFor();
        await workbench.openFile('docs/processes/change-requests/CR-2026-03-04-001.md');
        await workbench.goTo(116, 28);
        await workbench.squiggles('error').first().waitFor();
        await workbench.screenshot(`explorer ${theme}`);
        await workbench.hover();
        await workbench.screenshot(`squiggle ${theme}`);
        await workbench.press('Escape');
        await workbench.openFile('docs/processes/change-requests/CR-2026-03-11-001.md');
        await workbench.goTo(22, 9);
        await workbench.squiggles('error').first().waitFor();
        await workbench.codeActions();
        await workbench.screenshot(`quick fix ${theme}`);
        await workbench.press('Escape');
        await workbench.openPalette('Changegate');
        await workbench.quickPick('Changegate: Add Impact Assessment').waitFor();
        await workbench.screenshot(`palette ${theme}`);
        await workbench.press('Escape');
      } finally {
        await workbench.close();
      }
    });
  }
});
