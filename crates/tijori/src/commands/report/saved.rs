//! Which report is meant: one by its stable name with what was typed, or a saved one, whose options
//! hold as far as nothing else was typed.

use crate::arguments::ReportArguments;
use crate::failure::Failure;
use store::Reader;

/// The parameters that say of what time a report is.
const TIME: [&str; 4] = ["as_at", "from", "to", "period"];

/// The stable name of the report, and the query of its address.
///
/// # Errors
/// Where no report has the name, or several saved ones have it.
pub(super) fn meant(
    reader: &dyn Reader,
    wanted: &ReportArguments,
) -> Result<(String, String), Failure> {
    let typed = pairs(wanted);
    if web::report_names().any(|name| name == wanted.name) {
        let everything = [("period", "everything".to_owned())];
        // Without days everything recorded counts, so that a script gives the same tomorrow.
        let has_time = typed.iter().any(|(name, _)| TIME.contains(name));
        let default = everything.iter().filter(|_| !has_time);
        return Ok((wanted.name.clone(), query(default.chain(&typed))));
    }
    let arguments = || vec![("name", wanted.name.clone())];
    let mut saved = web::saved_under(reader, &wanted.name)?.into_iter();
    match (saved.next(), saved.next()) {
        (Some((report, options)), None) => {
            let kept = kept(&options, &typed);
            Ok((report, joined(&kept, &query(typed.iter()))))
        }
        (Some(_), Some(_)) => Err(Failure::usage("report-several", arguments())),
        (None, _) => Err(Failure::usage("report-unknown", arguments())),
    }
}

/// The saved options without those that were typed anew. Days of any sort replace all days.
fn kept(options: &str, typed: &[(&str, String)]) -> String {
    let has_time = typed.iter().any(|(name, _)| TIME.contains(name));
    let is_kept = |pair: &&str| {
        let name = pair.split('=').next().unwrap_or_default();
        let is_typed = typed.iter().any(|(typed, _)| *typed == name);
        let is_of_another_time = has_time && TIME.contains(&name);
        !(is_typed || is_of_another_time)
    };
    let pairs: Vec<&str> = options.split('&').filter(is_kept).collect();
    pairs.join("&")
}

fn joined(one: &str, other: &str) -> String {
    let parts: Vec<&str> = [one, other]
        .into_iter()
        .filter(|it| !it.is_empty())
        .collect();
    parts.join("&")
}

fn query<'p>(pairs: impl Iterator<Item = &'p (&'p str, String)>) -> String {
    let pairs = pairs.map(|(name, value)| format!("{name}={}", web::addresses::escaped(value)));
    pairs.collect::<Vec<_>>().join("&")
}

/// What was typed, by the names of the report's address.
fn pairs(wanted: &ReportArguments) -> Vec<(&'static str, String)> {
    let mut pairs: Vec<(&str, String)> = Vec::new();
    let day = |day: jiff::civil::Date| day.to_string();
    pairs.extend(wanted.as_at.map(|date| ("as_at", day(date))));
    pairs.extend(wanted.from.map(|date| ("from", day(date))));
    pairs.extend(wanted.to.map(|date| ("to", day(date))));
    let texts = [
        ("period", &wanted.period),
        ("compare", &wanted.compare),
        ("about", &wanted.about),
        ("division", &wanted.division),
    ];
    for (name, text) in texts {
        pairs.extend(text.as_ref().map(|text| (name, text.clone())));
    }
    pairs.extend(wanted.columns.map(|count| ("columns", count.to_string())));
    pairs.extend(wanted.basis.map(|basis| ("basis", basis.word().to_owned())));
    if wanted.zero {
        pairs.push(("zero", "on".to_owned()));
    }
    pairs
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_typed_takes_the_place_of_what_was_saved() {
        let saved = "period=last-month&compare=previous-year&basis=cash";
        assert_eq!(kept(saved, &[]), saved);
        let typed = [("as_at", "2026-03-31".to_owned())];
        assert_eq!(kept(saved, &typed), "compare=previous-year&basis=cash");
        let typed = [("basis", "accrual".to_owned())];
        let left = kept(saved, &typed);
        assert_eq!(left, "period=last-month&compare=previous-year");
        assert_eq!(
            joined(&left, "basis=accrual"),
            format!("{left}&basis=accrual")
        );
        assert_eq!(joined("", "zero=on"), "zero=on");
    }
}
