//! What names a business by its key goes along when another one takes its place (SPEC-import.md,
//! 2.8): schedules and rules lie outside of the business, and must not stay with what is in Trash.

use super::{KeepError, Keeping, catalog_key};
use catalog::RetentionRule;

impl Keeping {
    /// Lets schedules and the rule of one business be those of another; how many schedules.
    ///
    /// # Errors
    /// When the catalogue cannot be read or written. What went along until then stays there, and
    /// asking again goes on with the rest.
    pub fn follow(&self, from: books::Key, to: books::Key) -> Result<usize, KeepError> {
        let (from, to) = (catalog_key(from), catalog_key(to));
        let catalog = self.catalog()?;
        let mut count = 0;
        for mut schedule in catalog.schedules()? {
            if schedule.business == Some(from) {
                schedule.business = Some(to);
                catalog.put_schedule(&schedule)?;
                count += 1;
            }
        }
        let rules = catalog.retention_rules()?;
        let of = |key| rules.iter().find(|rule| rule.business == Some(key));
        // A rule that was made for the other one meanwhile is the newer wish.
        if let Some(rule) = of(from) {
            if of(to).is_none() {
                catalog.put_retention_rule(&RetentionRule {
                    business: Some(to),
                    retention: rule.retention,
                })?;
            }
            catalog.remove_retention_rule(Some(from))?;
        }
        Ok(count)
    }
}
