import { becomes, stays } from './normalized';

describe('normalizing headings', () => {
  it('writes them as the template does', () => {
    becomes('## 2) description:\n\n### **Problem Statement**\n\nx', '## Description\n\n### Problem Statement\n\nx');
    becomes('## Impact Assessment (IA)\n\n### 1) code impact\n\nx', '## Impact Assessment\n\n### 1. Code Impact\n\nx');
  });

  it('keeps a note, another number, other names, and what is no section of the process', () => {
    becomes('## 2. Description (short)\n\nx', '## Description (short)\n\nx');
    stays('## Impact Assessment\n\n### 4. Code Impact\n\nx');
    stays('## History\n\nx');
    stays('## 7) our own notes:\n\nx');
  });

  it('keeps a heading that a link leads to', () => {
    stays('See [below](#2-description).\n\n## 2. Description\n\nx');
  });

  it('keeps a heading of the template that has a note', () => {
    stays('## Implementation Plan\n\n### Step-by-Step Execution Plan\n\n#### Phase 1: Preparation (TDD Red)\n\nx');
  });
});
