//! The mail account of the installation itself: through it a server writes to its users.
//!
//! It is kept like that of a business, under the key that no business has.

use super::Vault;
use crate::{MailError, MailSettings};
use books::Key;

/// What stands where the key of a business would.
pub(super) const INSTALLATION: Key = Key::NIL;

impl Vault {
    /// The mail account of the installation; none when it was never given.
    ///
    /// # Errors
    /// [`MailError::VaultUnreadable`] when it was sealed with another key or altered.
    pub fn installation_mail(&self) -> Result<Option<MailSettings>, MailError> {
        match &self.lender {
            Some(lender) => lender.mail_settings(INSTALLATION),
            None => self.mail_settings(INSTALLATION),
        }
    }

    /// Keeps the mail account of the installation, in the place of one that is there.
    ///
    /// # Errors
    /// [`MailError::SettingInvalid`], [`MailError::VaultNotWritten`].
    pub fn keep_installation_mail(&self, settings: &MailSettings) -> Result<(), MailError> {
        settings.check()?;
        self.put(INSTALLATION, settings)
    }

    /// Forgets the mail account of the installation. No error when there is none.
    ///
    /// # Errors
    /// [`MailError::VaultNotWritten`].
    pub fn forget_installation_mail(&self) -> Result<(), MailError> {
        self.forget(INSTALLATION)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Mailbox;

    #[test]
    fn the_account_of_the_installation_is_that_of_no_business() {
        let data = tempfile::tempdir().unwrap();
        let vault = Vault::open(data.path()).unwrap();
        assert_eq!(vault.installation_mail().unwrap(), None);
        let from = Mailbox::parse("Books <books@example.com>").unwrap();
        let settings = MailSettings::new("smtp.example.com", from.clone());
        vault.keep_installation_mail(&settings).unwrap();
        assert_eq!(vault.installation_mail().unwrap(), Some(settings));
        assert_eq!(vault.businesses().unwrap(), [], "no outbox is looked for");
        let wrong = MailSettings::new("", from);
        assert!(vault.keep_installation_mail(&wrong).is_err());
        vault.forget_installation_mail().unwrap();
        assert_eq!(vault.installation_mail().unwrap(), None);
    }
}
