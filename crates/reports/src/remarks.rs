//! What a reader of a report must know beside its figures (SPEC-reports.md, 1.6 to 1.8).

use crate::Remark;
use jiff::civil::Date;
use ledger::{Figures, FiguresError, codes};
use std::collections::BTreeSet;

/// The remarks that concern every report: Suspense, unknown rates, what was not posted.
pub(crate) fn of_figures(
    figures: &dyn Figures,
    to: Option<Date>,
) -> Result<Vec<Remark>, FiguresError> {
    let mut remarks = Vec::new();
    let reasons = figures.suspense(to)?;
    if !reasons.is_empty() {
        remarks.push(counted("suspense", reasons.len()));
    }
    let unknown = reasons
        .iter()
        .filter(|reason| reason.code == codes::RATE_UNKNOWN);
    let currencies: BTreeSet<&str> = unknown
        .flat_map(|reason| &reason.arguments)
        .filter(|(name, _)| *name == "currency")
        .map(|(_, code)| code.as_str())
        .collect();
    if !currencies.is_empty() {
        let list: Vec<&str> = currencies.into_iter().collect();
        remarks.push(named("rates-unknown", "currencies", list.join(", ")));
    }
    let not_posted = figures.not_posted()?;
    if !not_posted.is_empty() {
        remarks.push(counted("not-posted", not_posted.len()));
    }
    Ok(remarks)
}

/// A remark about so many things.
pub(crate) fn counted(code: &'static str, count: usize) -> Remark {
    named(code, "count", count.to_string())
}

/// A remark with one value.
pub(crate) fn named(code: &'static str, argument: &'static str, value: String) -> Remark {
    Remark {
        code,
        arguments: vec![(argument, value)],
    }
}

/// A remark without values.
pub(crate) const fn bare(code: &'static str) -> Remark {
    Remark {
        code,
        arguments: Vec::new(),
    }
}
