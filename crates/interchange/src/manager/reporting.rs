//! Saved reports and the fiscal year (SPEC-reports.md, “Saved reports”, “The fiscal year”).
//!
//! Both kinds are ours: the other program has kinds of its own for reports that people set up, with
//! other fields. It carries ours along unread, as we carry its kinds.

use crate::kind_spec::{Certainty::Confirmed, FieldSpec, Group, KindSpec, Shape};
use books::kinds;

/// TijoriSavedReport.
pub(crate) static TIJORI_SAVED_REPORT: KindSpec = KindSpec::new(
    kinds::TIJORI_SAVED_REPORT,
    "TijoriSavedReport",
    "saved-reports",
    Group::Other,
    &[
        FieldSpec::new(1, "Name", Shape::Text, Confirmed),
        FieldSpec::new(2, "Report", Shape::Text, Confirmed),
        FieldSpec::new(3, "ReportOptions", Shape::Text, Confirmed),
    ],
)
.titled(&[1])
.listed(&[1, 2, 3]);

/// TijoriFiscalYear.
pub(crate) static TIJORI_FISCAL_YEAR: KindSpec = KindSpec::new(
    kinds::TIJORI_FISCAL_YEAR,
    "TijoriFiscalYear",
    "fiscal-year",
    Group::Settings,
    &[FieldSpec::new(1, "FirstMonth", Shape::Integer, Confirmed)],
)
.single();
