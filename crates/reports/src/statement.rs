//! Accounts in their groups with totals: the body of balance sheet and profit and loss statement.

use crate::amounts::Amounts;
use crate::chart::{ChartPlace, GroupOrder, Section};
use crate::frame::{Frame, account_name};
use crate::report_table::{Cell, Label, Name, Period, ReportRow, RowKind};
use crate::rows::{heading, plain, row};
use books::Key;

/// An account with its amounts, debit positive, one for each period.
#[derive(Debug, Clone)]
pub(crate) struct Leaf {
    /// The account.
    pub(crate) account: Key,
    /// Where it stands in the chart.
    pub(crate) place: ChartPlace,
    /// Its amounts.
    pub(crate) amounts: Amounts,
}

/// A group with everything in it.
#[derive(Debug)]
pub(crate) struct Group<'a> {
    /// Position, name and key.
    pub(crate) order: &'a GroupOrder,
    /// The section it belongs to.
    pub(crate) section: Section,
    /// The sum of its parts, debit positive.
    pub(crate) total: Amounts,
    parts: Vec<Part<'a>>,
}

impl<'a> Group<'a> {
    /// A group with nothing in it.
    pub(crate) fn empty(order: &'a GroupOrder, section: Section, columns: usize) -> Self {
        Self {
            order,
            section,
            total: Amounts::zero(columns),
            parts: Vec::new(),
        }
    }
}

#[derive(Debug)]
enum Part<'a> {
    Account(&'a Leaf),
    Group(Group<'a>),
}

/// The roots of the chart with the accounts under them. The leaves are in the chart's order.
pub(crate) fn grow(leaves: &[Leaf], columns: usize) -> Vec<Group<'_>> {
    let roots = parts(leaves, 0, columns);
    roots
        .into_iter()
        .filter_map(|part| match part {
            Part::Group(group) => Some(group),
            // Every place has a root.
            Part::Account(_) => None,
        })
        .collect()
}

fn parts(leaves: &[Leaf], level: usize, columns: usize) -> Vec<Part<'_>> {
    let group = |leaf: &Leaf| leaf.place.order.1.get(level).cloned();
    let together = |a: &Leaf, b: &Leaf| {
        group(a).is_some() && a.place.order.0 == b.place.order.0 && group(a) == group(b)
    };
    let mut parts_found = Vec::new();
    for chunk in leaves.chunk_by(together) {
        let Some(first) = chunk.first() else {
            continue;
        };
        let Some(order) = first.place.order.1.get(level) else {
            parts_found.push(Part::Account(first));
            continue;
        };
        let mut total = Amounts::zero(columns);
        for leaf in chunk {
            total.add(&leaf.amounts);
        }
        parts_found.push(Part::Group(Group {
            order,
            section: first.place.section,
            total,
            parts: parts(chunk, level.saturating_add(1), columns),
        }));
    }
    parts_found
}

/// Which side of an account is shown without a minus.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Side {
    /// Debit, as for assets and expenses.
    Debit,
    /// Credit, as for liabilities, equity and income.
    Credit,
}

impl Section {
    /// The side on which a section's accounts usually stand.
    pub(crate) const fn side(self) -> Side {
        match self {
            Self::Assets | Self::Expenses => Side::Debit,
            Self::Liabilities | Self::Equity | Self::Income | Self::Unclassified => Side::Credit,
        }
    }
}

impl Side {
    /// The amounts as they are shown.
    pub(crate) fn shown(self, amounts: &Amounts) -> Amounts {
        match self {
            Self::Debit => amounts.clone(),
            Self::Credit => amounts.negated(),
        }
    }
}

/// Writes groups down as rows.
pub(crate) struct Writer<'f> {
    /// The report.
    pub(crate) frame: &'f Frame<'f>,
    /// The period of each column.
    pub(crate) periods: &'f [Period],
    /// Groups as deep as this, and deeper, are a line each; sections have depth 0.
    pub(crate) depth_max: usize,
}

impl Writer<'_> {
    /// A section: its heading, its parts, lines of its own after them, its total.
    pub(crate) fn write_section(
        &self,
        group: &Group<'_>,
        own_lines: &[(Label, Amounts)],
        rows: &mut Vec<ReportRow>,
    ) {
        let side = group.section.side();
        let name = account_name(&group.order.1);
        let columns = self.periods.len();
        rows.push(heading(0, plain(name.clone()), columns));
        for part in &group.parts {
            self.write_part(part, side, 1, rows);
        }
        let mut total = group.total.clone();
        for (label, amounts) in own_lines {
            total.add(amounts);
            let cells = self.cells(&side.shown(amounts));
            rows.push(row(RowKind::Line, 1, label.clone(), cells));
        }
        rows.push(self.total(0, name, &side.shown(&total)));
    }

    fn write_part(&self, part: &Part<'_>, side: Side, depth: usize, rows: &mut Vec<ReportRow>) {
        match part {
            Part::Account(leaf) => rows.push(self.account(leaf, side, depth)),
            Part::Group(group) => {
                let name = account_name(&group.order.1);
                let shown = side.shown(&group.total);
                if depth >= self.depth_max {
                    let cells = self.cells(&shown);
                    return rows.push(row(RowKind::Line, depth, plain(name), cells));
                }
                let columns = self.periods.len();
                rows.push(heading(depth, plain(name.clone()), columns));
                for part in &group.parts {
                    self.write_part(part, side, depth.saturating_add(1), rows);
                }
                rows.push(self.total(depth, name, &shown));
            }
        }
    }

    fn account(&self, leaf: &Leaf, side: Side, depth: usize) -> ReportRow {
        let shown = side.shown(&leaf.amounts);
        let cells = shown.0.iter().zip(self.periods);
        let cells = cells.map(|(amount, period)| {
            self.frame
                .posted_amount(*amount, leaf.account, None, *period)
        });
        let label = Label {
            name: Name::Account(leaf.place.name.clone()),
            code: leaf.place.code.clone(),
            link: None,
        };
        row(RowKind::Line, depth, label, cells.collect())
    }

    fn total(&self, depth: usize, of: Name, amounts: &Amounts) -> ReportRow {
        let label = plain(Name::TotalOf(Box::new(of)));
        row(RowKind::Total, depth, label, self.cells(amounts))
    }

    /// Amounts as cells that lead nowhere.
    pub(crate) fn cells(&self, amounts: &Amounts) -> Vec<Cell> {
        let cells = amounts.0.iter();
        cells.map(|amount| self.frame.amount(*amount)).collect()
    }
}
