//! `tijori history`: the trail on the terminal, as CSV or as JSON, in constant memory.

use crate::arguments::{Arguments, HistoryArguments};
use crate::commands::record::{content_type, record_key};
use crate::failure::Failure;
use crate::output::table;
use crate::program::Program;
use books::kinds;
use history::{Action, Entry};
use interchange::{BYTE_ORDER_MARK, csv_heading, csv_row, json_entry};
use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan};
use pages::Locale;
use std::io::{self, BufWriter, Write};
use store::{EntryFilter, Reader};

/// How many entries are read at once.
const ENTRIES_AT_ONCE: usize = 500;

/// Prints the entries, newest first.
pub fn run(
    arguments: &Arguments,
    wanted: &HistoryArguments,
    locale: Locale,
) -> Result<u8, Failure> {
    let program = Program::open(arguments)?;
    let business = program.find(&wanted.business)?;
    let reader = business.read()?;
    let zone = reader.profile()?.time_zone;
    let filter = filter(wanted, &zone)?;
    let mut out = BufWriter::new(io::stdout().lock());
    let mut is_first = true;
    if wanted.csv {
        write!(out, "{BYTE_ORDER_MARK}{}", csv_heading())?;
    } else if arguments.json {
        write!(out, "{{\"entries\":[")?;
    }
    let mut print = |entry: &Entry| -> io::Result<()> {
        if wanted.csv {
            write!(out, "{}", csv_row(entry))?;
        } else if arguments.json {
            let comma = if is_first { "" } else { "," };
            write!(out, "{comma}\n{}", json_entry(entry))?;
        } else {
            writeln!(out, "{}", line(entry, locale, &zone))?;
        }
        is_first = false;
        Ok(())
    };
    each(&*reader, &filter, wanted.limit, &mut print)?;
    if arguments.json && !wanted.csv {
        writeln!(out, "\n]}}")?;
    }
    out.flush()?;
    Ok(0)
}

fn each(
    reader: &dyn Reader,
    filter: &EntryFilter,
    limit: Option<usize>,
    print: &mut dyn FnMut(&Entry) -> io::Result<()>,
) -> Result<(), Failure> {
    let mut left = limit.unwrap_or(usize::MAX);
    let mut before = None;
    while left > 0 {
        let page = reader.entries(filter, before, ENTRIES_AT_ONCE.min(left))?;
        for entry in &page.entries {
            print(entry)?;
        }
        left = left.saturating_sub(page.entries.len());
        before = page.next_before;
        if before.is_none() {
            break;
        }
    }
    Ok(())
}

fn filter(wanted: &HistoryArguments, zone: &str) -> Result<EntryFilter, Failure> {
    let action = wanted.action.as_deref().map(|code| {
        Action::from_code(code)
            .ok_or_else(|| Failure::usage("action-unknown", vec![("name", code.to_owned())]))
    });
    let next = wanted.to.and_then(|day| day.checked_add(1.day()).ok());
    Ok(EntryFilter {
        user_name: wanted.user.clone(),
        action: action.transpose()?,
        content_type: wanted.kind.as_deref().map(content_type).transpose()?,
        object: wanted.record.as_deref().map(record_key).transpose()?,
        from: wanted.from.and_then(|day| start(day, zone)),
        until: next.and_then(|day| start(day, zone)),
    })
}

/// The first moment of a day in a zone.
fn start(day: Date, zone: &str) -> Option<Timestamp> {
    let zone = TimeZone::get(zone).unwrap_or(TimeZone::UTC);
    day.to_zoned(zone).ok().map(|zoned| zoned.timestamp())
}

fn line(entry: &Entry, locale: Locale, zone: &str) -> String {
    let draft = &entry.draft;
    let kind = draft.after.content_type.or(draft.before.content_type);
    let kind = kind
        .map(|key| kinds::find(key).map_or_else(|| key.to_string(), |kind| kind.name.to_owned()));
    table(&[vec![
        format!("{:>8}", entry.sequence),
        locale.instant(draft.stamp.instant, zone),
        draft.stamp.user_name.clone(),
        draft.action.code().to_owned(),
        kind.unwrap_or_default(),
        draft.title.clone(),
    ]])
}
