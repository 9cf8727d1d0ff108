//! When income and expenses count: as they are owed, or as they are settled
//! (SPEC-reports.md, 2).
//!
//! On the cash basis invoices and notes count as far as they are settled on a day. What they
//! count in a period is what they count at its end less what they counted before it.

use crate::frame::Frame;
use crate::periods::day_before;
use crate::{Basis, settled_share};
use jiff::civil::Date;
use ledger::arithmetic::negated;
use ledger::{Figures, FiguresError, Grouping, PostingFilter, Sum, Sums};
use std::cell::RefCell;

/// Sums of postings on the basis that was asked for.
pub(crate) struct BasisSums<'a> {
    figures: &'a dyn Figures,
    basis: Basis,
    /// What was found before: one month ends where the next begins.
    known: RefCell<Vec<(PostingFilter, Grouping, Vec<Sum>)>>,
}

impl<'a> BasisSums<'a> {
    /// On the basis of a report.
    pub(crate) const fn of(frame: &Frame<'a>) -> Self {
        Self {
            figures: frame.figures,
            basis: frame.options.basis,
            known: RefCell::new(Vec::new()),
        }
    }

    /// As [`Figures::sums`]. On the cash basis sums have no foreign amounts and no quantities, and
    /// cannot be grouped by month.
    pub(crate) fn sums(
        &self,
        filter: &PostingFilter,
        by: Grouping,
    ) -> Result<Vec<Sum>, FiguresError> {
        if self.basis == Basis::Accrual {
            return self.figures.sums(filter, by);
        }
        let at_end = self.settled_until(filter, filter.to, by)?;
        let Some(first) = filter.from else {
            return Ok(at_end);
        };
        let Some(before) = day_before(first) else {
            return Ok(at_end);
        };
        let mut difference = Sums::new(by);
        for sum in &at_end {
            difference.add_sum(sum);
        }
        for mut sum in self.settled_until(filter, Some(before), by)? {
            sum.amount = negated(sum.amount);
            difference.add_sum(&sum);
        }
        Ok(difference.finish())
    }

    /// Everything from the beginning to a day, as far as it is settled on that day.
    fn settled_until(
        &self,
        filter: &PostingFilter,
        to: Option<Date>,
        by: Grouping,
    ) -> Result<Vec<Sum>, FiguresError> {
        let filter = PostingFilter {
            from: None,
            to,
            ..filter.clone()
        };
        let found =
            |known: &(PostingFilter, Grouping, Vec<Sum>)| known.0 == filter && known.1 == by;
        if let Some((_, _, sums)) = self.known.borrow().iter().find(|it| found(it)) {
            return Ok(sums.clone());
        }
        let sums = settled_share::settled_sums(self.figures, &filter, by)?;
        let mut known = self.known.borrow_mut();
        known.push((filter, by, sums.clone()));
        Ok(sums)
    }
}
