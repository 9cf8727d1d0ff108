//! Everything to take along: a backup of this moment of every business that is not in Trash
//! (docs/SPEC-portal.md, 6.1).

use super::{AtWork, Came};
use backup::{Cancelled, Phase, Progress};
use catalog::Trouble;
use web::App;

/// So many businesses without a backup are told by name.
const NAMED_COUNT_MAX: usize = 20;

/// One of several backups that are made for one errand.
struct OneOf<'a> {
    at_work: &'a AtWork<'a>,
    /// How much of the errand was done before it, in thousandths.
    part: u16,
}

impl Progress for OneOf<'_> {
    fn at(&self, phase: Phase, done: u64, total: u64) -> Result<(), Cancelled> {
        self.at_work.at(phase, done, total)?;
        // How far all of it has come, and not how far this one backup has.
        self.at_work.say(phase.code(), Some(self.part));
        Ok(())
    }
}

impl AtWork<'_> {
    /// Makes the backups one after the other. Whoever begins anew finds those that were made, and
    /// where nothing has changed since, they are it.
    pub(super) fn gather(&self, app: &App) -> Result<Came, Came> {
        let businesses = app.store.businesses()?;
        let mut without = Vec::new();
        for (index, business) in businesses.iter().enumerate() {
            let part = (index * 1000).checked_div(businesses.len());
            let one = OneOf {
                at_work: self,
                part: part
                    .and_then(|part| u16::try_from(part).ok())
                    .unwrap_or_default(),
            };
            let kept = match self.kept(app, business.key, &one) {
                // It was moved to Trash meanwhile, where its newest backup is listed.
                Err(Came::Failed(trouble)) if trouble.code == NOT_THERE => continue,
                Err(Came::Failed(trouble)) => Err(trouble),
                Err(other) => return Err(other),
                Ok(kept) => kept,
            };
            if self.is_over() {
                return Ok(Came::Left(0));
            }
            if let Err(trouble) = kept {
                tracing::error!(
                    subscriber = %self.held.subscriber, business = %business.key,
                    code = %trouble.code,
                    reason = super::reason_of(&trouble), "a backup to be taken along was not made"
                );
                without.push(business.name.clone());
            }
        }
        Ok(match without.is_empty() {
            true => Came::Done(None),
            false => Came::Failed(partly(&without)),
        })
    }
}

/// What says that a business is not there.
const NOT_THERE: &str = "business-not-found";

/// Some businesses have no backup of this moment.
fn partly(names: &[String]) -> Trouble {
    let mut told: Vec<&str> = names
        .iter()
        .take(NAMED_COUNT_MAX)
        .map(String::as_str)
        .collect();
    if names.len() > told.len() {
        told.push("…");
    }
    Trouble::new("errand-partly", vec![("names", told.join(", "))])
}

#[cfg(test)]
mod tests {
    use super::*;
    use books::Key;
    use store::StoreError;

    #[test]
    fn the_code_of_a_business_that_is_not_there_is_that_of_the_store() {
        assert_eq!(StoreError::BusinessNotFound(Key::NIL).code(), NOT_THERE);
    }

    #[test]
    fn businesses_without_a_backup_are_named_and_not_endlessly() {
        let names: Vec<String> = (1..=25).map(|number| format!("Shop {number}")).collect();
        let told = |count: usize| partly(&names[..count]).arguments[0].1.clone();
        assert_eq!(told(2), "Shop 1, Shop 2");
        assert!(told(20).ends_with("Shop 20"));
        assert!(told(25).ends_with("Shop 20, …"), "{}", told(25));
    }
}
