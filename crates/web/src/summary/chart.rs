//! The last twelve months as a picture: bars for income and expenses, a line for net profit.
//!
//! The picture is SVG that the server draws; it stretches to the width there is, so all words stand
//! beside it as text. Who cannot see it gets a title, a description, and the same figures as a
//! table below.

use maud::{Markup, html};
use pages::Locale;
use reports::{Cell, Name, Period, ReportRow, ReportTable};
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

/// The inner width of the picture; it is stretched to the page's.
const WIDTH: i64 = 1_200;
/// Its inner height.
const HEIGHT: i64 = 300;
/// The most lines between the lowest and the highest value.
const STEPS_COUNT_MAX: i64 = 4;
/// Which columns of the report the picture shows.
const INCOME: usize = 0;
const EXPENSES: usize = 1;
const PROFIT: usize = 2;

/// One month.
struct Month {
    name: String,
    long_name: String,
    amounts: [Decimal; 3],
}

/// The picture with its words; nothing where there is nothing to draw.
pub(super) fn chart(locale: Locale, table: &ReportTable) -> Option<Markup> {
    let months: Vec<Month> = table
        .rows
        .iter()
        .filter_map(|row| month(locale, row))
        .collect();
    let scale = Scale::of(&months)?;
    let title = locale.text("summary-twelve-months");
    let explained = locale.text("summary-chart-explained");
    Some(html! {
        figure .chart-figure {
            ul .chart-legend aria-hidden="true" {
                li .chart-income { (locale.text("report-word-income")) }
                li .chart-expenses { (locale.text("report-word-expenses")) }
                li .chart-profit { (locale.text("report-word-net-profit")) }
            }
            div .chart-values aria-hidden="true" {
                @for value in scale.values() { span { (locale.amount(value, 0)) } }
            }
            svg .chart-picture role="img" aria-labelledby="chart-title chart-text"
                viewBox=(format!("0 0 {WIDTH} {HEIGHT}")) preserveAspectRatio="none" {
                title id="chart-title" { (title) }
                desc id="chart-text" { (explained) }
                (grid(&scale))
                @for (at, month) in months.iter().enumerate() {
                    (bars(locale, &scale, place(at, months.len()), month))
                }
                (line(&scale, &months))
            }
            div .chart-months aria-hidden="true" {
                @for month in &months { span { (month.name) } }
            }
        }
    })
}

/// The figures of a row, where it tells of a month.
fn month(locale: Locale, row: &ReportRow) -> Option<Month> {
    let Name::Period(Period {
        from: Some(first), ..
    }) = row.label.name
    else {
        return None;
    };
    let amount = |column: usize| match row.cells.get(column) {
        Some(Cell::Amount { amount, .. }) => *amount,
        _ => Decimal::ZERO,
    };
    Some(Month {
        name: locale.month_name(first),
        long_name: locale.month(first),
        amounts: [amount(INCOME), amount(EXPENSES), amount(PROFIT)],
    })
}

/// The lowest and the highest line, and how far they are apart.
struct Scale {
    lowest: Decimal,
    highest: Decimal,
    step: Decimal,
}

impl Scale {
    /// Round values around all amounts; nothing where all are zero.
    fn of(months: &[Month]) -> Option<Self> {
        let all = || months.iter().flat_map(|month| month.amounts);
        let highest = all().max()?.max(Decimal::ZERO);
        let lowest = all().min()?.min(Decimal::ZERO);
        let span = highest.checked_sub(lowest)?;
        if span.is_zero() {
            return None;
        }
        let step = round_step(span.checked_div(Decimal::from(STEPS_COUNT_MAX))?);
        let up = |value: Decimal| value.checked_div(step)?.ceil().checked_mul(step);
        let down = |value: Decimal| value.checked_div(step)?.floor().checked_mul(step);
        Some(Self {
            lowest: down(lowest)?,
            highest: up(highest)?,
            step,
        })
    }

    /// The values of the lines, from the top down.
    fn values(&self) -> Vec<Decimal> {
        let mut values = vec![self.highest];
        while let Some(last) = values.last() {
            let next = last.saturating_sub(self.step);
            if next < self.lowest {
                break;
            }
            values.push(next);
        }
        values
    }

    /// How far below the top a value stands.
    fn height(&self, value: Decimal) -> Decimal {
        let span = self.highest.saturating_sub(self.lowest);
        let below = self.highest.saturating_sub(value);
        let part = below.checked_div(span).unwrap_or_default();
        part.saturating_mul(Decimal::from(HEIGHT)).round_dp(1)
    }
}

/// The smallest of 1, 2, 5, 10, 20, 50 … that is no smaller; at least one.
fn round_step(at_least: Decimal) -> Decimal {
    let mut power = Decimal::ONE;
    loop {
        for factor in [1, 2, 5] {
            let step = power.saturating_mul(Decimal::from(factor));
            if step >= at_least {
                return step;
            }
        }
        match power.checked_mul(Decimal::TEN) {
            Some(next) => power = next,
            None => return at_least,
        }
    }
}

/// Where a month's room begins and how wide it is.
fn place(at: usize, count: usize) -> (i64, i64) {
    let count = count.to_i64().unwrap_or(1).max(1);
    let width = WIDTH / count;
    (width * at.to_i64().unwrap_or(0), width)
}

fn grid(scale: &Scale) -> Markup {
    html! {
        g .chart-grid {
            @for value in scale.values() {
                @let y = scale.height(value);
                line .chart-zero[value.is_zero()] x1="0" x2=(WIDTH) y1=(y) y2=(y) {}
            }
        }
    }
}

/// Two bars beside each other. Each says its figure where the pointer rests.
fn bars(locale: Locale, scale: &Scale, (x, width): (i64, i64), month: &Month) -> Markup {
    let [income, expenses, _] = month.amounts;
    let bar = width * 3 / 10;
    let first = x + width / 5;
    let zero = scale.height(Decimal::ZERO);
    let one = |class: &str, label: &str, x: i64, amount: Decimal| {
        let there = scale.height(amount);
        let (y, height) = (zero.min(there), zero.saturating_sub(there).abs());
        let shown = locale.amount(amount, amount.scale());
        html! {
            rect class=(class) x=(x) y=(y) width=(bar) height=(height) {
                title { (month.long_name) " · " (locale.text(label)) " " (shown) }
            }
        }
    };
    html! {
        (one("chart-income", "report-word-income", first, income))
        (one("chart-expenses", "report-word-expenses", first + bar, expenses))
    }
}

fn line(scale: &Scale, months: &[Month]) -> Markup {
    let points: Vec<String> = months
        .iter()
        .enumerate()
        .map(|(at, month)| {
            let (x, width) = place(at, months.len());
            let [.., profit] = month.amounts;
            format!("{},{}", x + width / 2, scale.height(profit))
        })
        .collect();
    html! { polyline .chart-profit points=(points.join(" ")) {} }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;
    use reports::{Label, RowKind};

    fn months(amounts: &[(i64, i64)]) -> ReportTable {
        let amount = |amount: i64| Cell::Amount {
            amount: Decimal::from(amount),
            currency: None,
            link: None,
        };
        let rows = amounts
            .iter()
            .zip(1..)
            .map(|((income, expenses), month)| ReportRow {
                kind: RowKind::Line,
                depth: 0,
                label: Label {
                    name: Name::Period(Period {
                        from: Some(date(2026, month, 1)),
                        to: None,
                    }),
                    code: String::new(),
                    link: None,
                },
                cells: vec![
                    amount(*income),
                    amount(*expenses),
                    amount(income - expenses),
                ],
            });
        ReportTable {
            name: "twelve-months",
            period: Period::default(),
            about: None,
            currency: String::new(),
            columns: Vec::new(),
            rows: rows.collect(),
            remarks: Vec::new(),
        }
    }

    #[test]
    fn lines_stand_at_round_values_around_all_amounts() {
        let month = |amounts: [i64; 3]| Month {
            name: String::new(),
            long_name: String::new(),
            amounts: amounts.map(Decimal::from),
        };
        let scale = Scale::of(&[month([700, 900, -200]), month([950, 100, 850])]);
        let scale = scale.expect("a scale");
        let values: Vec<Decimal> = [1_000, 500, 0, -500].map(Decimal::from).to_vec();
        assert_eq!(scale.values(), values);
        assert_eq!(scale.height(Decimal::from(1_000)), Decimal::ZERO);
        assert_eq!(scale.height(Decimal::ZERO), Decimal::from(200));
    }

    #[test]
    fn nothing_earned_and_spent_is_no_picture() {
        assert!(chart(Locale::default(), &months(&[(0, 0), (0, 0)])).is_none());
        assert!(chart(Locale::default(), &months(&[])).is_none());
    }

    #[test]
    fn a_picture_has_a_title_and_a_bar_for_each_amount() {
        let drawn = chart(Locale::default(), &months(&[(100, 40), (20, 80)]));
        let drawn = drawn.expect("a picture").into_string();
        assert_eq!(drawn.matches("<rect").count(), 4);
        assert!(drawn.contains("role=\"img\"") && drawn.contains("<title id=\"chart-title\">"));
        assert!(drawn.contains("Jan 2026 · Income 100"));
        assert!(
            !drawn.contains("style="),
            "no inline style passes the policy"
        );
    }
}
