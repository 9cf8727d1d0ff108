//! Every email that left its draft, against the digest that its last entry states.

use super::trail::Told;
use super::{BusinessVerification, Fault};
use crate::BackupError;
use books::Key;
use std::collections::BTreeSet;
use store::{EmailState, Reader, Section, StoreError};

/// Compares them all; says whether there are some that no entry states a digest of.
pub(super) fn compare(
    reader: &dyn Reader,
    told: &Told,
    found: &mut BusinessVerification,
) -> Result<bool, BackupError> {
    let mut has_unproven = false;
    let mut seen: BTreeSet<Key> = BTreeSet::new();
    let mut altered = Vec::new();
    let visited = reader.each_email(&mut |email| {
        seen.insert(email.key);
        if email.state == EmailState::Draft {
            return Ok(());
        }
        let Some(Some(stated)) = told.emails.get(&email.key) else {
            has_unproven = true;
            return Ok(());
        };
        let message = reader.email_message(email.key)?.unwrap_or_default();
        if email.digest(&message) != *stated {
            altered.push((email.key, email.subject));
        }
        Ok::<(), StoreError>(())
    });
    visited?;
    for (key, subject) in altered {
        found.fault(Fault::new("email-altered").about(key, subject));
    }
    // A copy made without emails holds the entries about them all the same.
    let was_left_out = reader.profile()?.absent.contains(&Section::Emails);
    for key in told.emails.keys().filter(|key| !seen.contains(key)) {
        if !was_left_out {
            found.fault(Fault::new("email-missing").about(*key, key.to_string()));
        }
    }
    Ok(has_unproven)
}
