//! The table of lines of a form, with what each comes to.

use super::{BLANK_LINES, FormPage};
use crate::records::custom_fields::CustomKind;
use crate::records::fill_in::FILLED;
use crate::records::form::{Control, FormField, FormLines};
use crate::records::typed::FROM;
use interchange::{DecodedField, FieldSpec, Shape};
use maud::{Markup, html};
use pages::forms::{self, Heading, LINE_INDEX, Lines, line_name};
use store::StoreError;

/// A column that is shown.
type Column = (&'static FormField, &'static FieldSpec);

impl FormPage<'_> {
    pub(super) fn lines(&self, lines: &'static FormLines) -> Result<Markup, StoreError> {
        let locale = self.choices.names.locale;
        let columns = self.columns(lines)?;
        let labels: Vec<String> = columns
            .iter()
            .map(|(field, spec)| self.label(field, spec))
            .collect();
        let mut headings: Vec<Heading<'_>> = columns
            .iter()
            .zip(&labels)
            .map(|((field, spec), label)| Heading {
                label,
                amounts: field.is_number(spec),
                kind: kind(field, spec),
                with: field.with,
            })
            .collect();
        headings.extend(self.customs.lines.iter().map(|custom| Heading {
            label: &custom.name,
            amounts: custom.kind == CustomKind::Number,
            kind: "",
            with: "",
        }));
        let total_label = locale.text("form-line-total");
        if lines.has_line_totals {
            headings.push(Heading {
                label: &total_label,
                amounts: true,
                kind: "total",
                with: "",
            });
        }
        let sent = self.typed.line_indices();
        let next = sent.last().map_or(0, |last| last.saturating_add(1));
        let blank = next..next.saturating_add(self.blank_lines(sent.len()));
        let mut rows = Vec::new();
        for index in sent.iter().copied().chain(blank) {
            let stored = self.line_stored(lines.number, index);
            rows.push(self.line(lines, &columns, &index.to_string(), stored)?);
        }
        let template = self.line(lines, &columns, LINE_INDEX, &[])?;
        let totals = (!lines.summed.is_empty()).then(|| self.sums(lines, &columns));
        Ok(forms::lines(
            locale,
            &Lines {
                headings: &headings,
                rows: &rows,
                template: &template,
                totals: totals.as_ref(),
                error: None,
            },
        ))
    }

    /// A new form brings empty lines; one that has lines already brings one more.
    fn blank_lines(&self, present: usize) -> usize {
        if present == 0 { BLANK_LINES } else { 1 }
    }

    /// The columns that have something in them or something to be filled with.
    fn columns(&self, lines: &'static FormLines) -> Result<Vec<Column>, StoreError> {
        let mut columns = Vec::new();
        for field in lines.fields {
            let Some(spec) = self.form.line_field(lines, field) else {
                continue;
            };
            let is_typed = self.typed.line_indices().iter().any(|index| {
                let name = line_name(&index.to_string(), spec.name);
                !self.typed.get(&name).is_empty()
            });
            let is_stored = self
                .stored
                .lines(lines.number)
                .any(|line| line.iter().any(|it| it.number == field.number));
            if is_typed || is_stored || !self.has_nothing_to_offer(field, spec)? {
                columns.push((field, spec));
            }
        }
        Ok(columns)
    }

    fn line(
        &self,
        lines: &'static FormLines,
        columns: &[Column],
        index: &str,
        stored: &[DecodedField],
    ) -> Result<Markup, StoreError> {
        let from_name = line_name(index, FROM);
        let from = self.typed.get(&from_name);
        let filled_name = line_name(index, FILLED);
        let mut cells = Vec::with_capacity(columns.len());
        for (at, (field, spec)) in columns.iter().enumerate() {
            let name = line_name(index, spec.name);
            let control = self.field(field, spec, &name, stored, false, true)?;
            let label = self.label(field, spec);
            cells.push(html! {
                td .end[field.is_number(spec)] data-label=(label)
                    data-kind=[Some(kind(field, spec)).filter(|it| !it.is_empty())]
                    data-with=[Some(field.with).filter(|it| !it.is_empty())] {
                    @if at == 0 {
                        @if !from.is_empty() { (forms::hidden(&from_name, from)) }
                        (forms::hidden(&filled_name, self.typed.get(&filled_name)))
                    }
                    (control)
                }
            });
        }
        for custom in &self.customs.lines {
            let control = self.custom(custom, &custom.line_name(index), true);
            let is_number = custom.kind == CustomKind::Number;
            cells.push(html! { td .end[is_number] data-label=(custom.name) { (control) } });
        }
        Ok(html! {
            @for cell in &cells { (cell) }
            @if lines.has_line_totals { (self.line_total(index)) }
        })
    }

    /// What a line comes to.
    fn line_total(&self, index: &str) -> Markup {
        let number: Option<usize> = index.parse().ok();
        let found = self
            .calculation
            .lines
            .iter()
            .find(|(line, _)| Some(*line) == number);
        let label = self.choices.names.locale.text("form-line-total");
        html! {
            td .end data-kind="total" data-label=(label) {
                output data-line-total=(index) {
                    @if let Some((_, amount)) = found { (amount) }
                }
            }
        }
    }

    /// The sums of the columns that have one.
    fn sums(&self, lines: &'static FormLines, columns: &[Column]) -> Markup {
        let locale = self.choices.names.locale;
        let sum = |spec: &FieldSpec| {
            let mut sums = self.calculation.sums.iter();
            sums.find(|(name, _)| *name == spec.name)
                .map_or("", |(_, amount)| amount.as_str())
        };
        html! {
            @for (at, (field, spec)) in columns.iter().enumerate() {
                @if lines.summed.contains(&field.number) {
                    td .end data-sum=(spec.name) { (sum(spec)) }
                } @else {
                    td { @if at == 0 { (locale.text("form-totals")) } }
                }
            }
            @for _ in &self.customs.lines { td {} }
        }
    }
}

/// What gives a column its width.
fn kind(field: &FormField, spec: &FieldSpec) -> &'static str {
    match field.control {
        Control::Place(_) | Control::Record(super::super::choices::Source::Items) => "choice",
        Control::Record(_) => "short-choice",
        _ => match spec.shape {
            Shape::LongText => "text",
            _ if spec.name == "Qty" || spec.name == "DiscountPercentage" => "short",
            _ => "",
        },
    }
}
