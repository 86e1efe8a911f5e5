import * as vscode from 'vscode';
import { normalize } from '../../core/actions/normalize';
import type { Command } from './command';
import { recordFor } from './target';

export const normalizeRecord: Command = {
  async execute(services, node) {
    const target = await recordFor(services, node, 'Normalize which record?');
    const record = target && (await target.folder.readRecord(target.path));
    if (!record) return;
    const result = normalize(record, await target.folder.lintOptions(target.path));
    if (result.kind === 'change') await services.previews.show(target.folder, result.change);
    else if (result.kind === 'refused') void vscode.window.showWarningMessage(result.reason);
    else void vscode.window.showInformationMessage(`${target.record.summary.name} has the form of the template.`);
  },
};

export const applyPreview: Command = {
  execute: ({ previews }) => previews.apply(),
};

export const dropPreview: Command = {
  execute: ({ previews }) => previews.drop(),
};
