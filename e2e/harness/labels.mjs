// What specs press and read, by the keys of the catalogues: the only place where keys are written.

/** Buttons, links, headings and boxes by what they are for. */
export const LABELS = {
  addBusiness: 'businesses-add',
  createBusiness: 'businesses-create',
  importBusiness: 'businesses-import',
  createBusinessButton: 'business-create-button',
  businesses: 'businesses-title',
  confirmImport: 'import-confirm',
  readImport: 'import-read',
  removeBusiness: 'business-remove',
  restoreBusiness: 'trash-restore',
  trash: 'trash-title',
  backup: 'backup-button',
  makeBackup: 'backup-make',
  downloadBackup: 'backup-download',
  history: 'history-title',
  save: 'record-save',
  edit: 'record-edit',
  delete: 'record-delete',
  newRecord: 'record-new',
  attach: 'attachments-add',
  removeAttachment: 'attachments-remove',
  preferencesSave: 'preferences-save',
};
