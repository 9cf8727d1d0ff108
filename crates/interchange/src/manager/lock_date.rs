//! The day up to which nothing may change. A date without the flag locks nothing.

use crate::kind_spec::{Certainty::OneSource, FieldSpec, Group, KindSpec, Shape};
use books::kinds;

/// LockDate.
pub(crate) static LOCK_DATE: KindSpec = KindSpec::new(
    kinds::LOCK_DATE,
    "LockDate",
    "lock-date",
    Group::Settings,
    &[
        FieldSpec::new(1, "Date", Shape::Date, OneSource),
        FieldSpec::new(2, "LockAccountingPeriods", Shape::Flag, OneSource),
    ],
)
.listed(&[1, 2])
.dated(1)
.single();
