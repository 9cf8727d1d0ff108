//! The texts and bytes in which catalogues keep what has no column of its own, the same in every
//! database. What cannot be read back is `None`: damage.

use crate::{
    EntryState, Key, Place, PlaceKind, Retention, Rhythm, RunOutcome, S3Place, Schedule, Trouble,
};
use jiff::Timestamp;
use jiff::civil::Weekday;

/// A moment as bytes that sort as moments do.
pub fn sortable(moment: Timestamp) -> [u8; 16] {
    (moment.as_nanosecond().cast_unsigned() ^ (1 << 127)).to_be_bytes()
}

/// The moment with these bytes.
pub fn moment(bytes: [u8; 16]) -> Option<Timestamp> {
    let number = (u128::from_be_bytes(bytes) ^ (1 << 127)).cast_signed();
    Timestamp::from_nanosecond(number).ok()
}

/// Texts in one: a tab between them, and what could be taken for one written otherwise.
fn join(parts: &[&str]) -> String {
    let plain = |part: &&str| part.replace('\\', "\\\\").replace('\t', "\\t");
    parts.iter().map(plain).collect::<Vec<_>>().join("\t")
}

/// The texts in one that [`join`] made.
fn split(text: &str) -> Vec<String> {
    let mut parts = vec![String::new()];
    let mut letters = text.chars();
    while let Some(letter) = letters.next() {
        let Some(part) = parts.last_mut() else { break };
        match letter {
            '\t' => parts.push(String::new()),
            '\\' => part.push(if letters.next() == Some('t') {
                '\t'
            } else {
                '\\'
            }),
            other => part.push(other),
        }
    }
    parts
}

/// A trouble as one text: its code, then names and values.
pub fn trouble_text(trouble: &Trouble) -> String {
    let mut parts = vec![trouble.code.as_str()];
    for (name, value) in &trouble.arguments {
        parts.extend([name.as_str(), value.as_str()]);
    }
    join(&parts)
}

/// The trouble with this text.
pub fn trouble(text: &str) -> Trouble {
    let mut parts = split(text).into_iter();
    let code = parts.next().unwrap_or_default();
    let mut arguments = Vec::new();
    while let (Some(name), Some(value)) = (parts.next(), parts.next()) {
        arguments.push((name, value));
    }
    Trouble { code, arguments }
}

/// Where a place is: the path, or the settings of the bucket.
pub fn address_text(place: &Place) -> String {
    match &place.kind {
        PlaceKind::Folder(path) => path.clone(),
        PlaceKind::S3(s3) => join(&[
            &s3.endpoint,
            &s3.region,
            &s3.bucket,
            &s3.prefix,
            if s3.is_path_style { "path" } else { "host" },
            &s3.access_key_id,
            &s3.secret.to_string(),
        ]),
    }
}

/// The place of this code at this address.
pub fn place_kind(code: &str, address: String) -> Option<PlaceKind> {
    if code == "folder" {
        return Some(PlaceKind::Folder(address));
    }
    let parts = split(&address);
    let [
        endpoint,
        region,
        bucket,
        prefix,
        style,
        access_key_id,
        secret,
    ] = parts.as_slice()
    else {
        return None;
    };
    Some(PlaceKind::S3(S3Place {
        endpoint: endpoint.clone(),
        region: region.clone(),
        bucket: bucket.clone(),
        prefix: prefix.clone(),
        is_path_style: style == "path",
        access_key_id: access_key_id.clone(),
        secret: secret.parse().ok()?,
    }))
}

/// A rhythm as one text: its code, then day (1 for Monday) and time, where it has them.
pub fn rhythm_text(rhythm: Rhythm) -> String {
    match rhythm {
        Rhythm::Daily(time) => format!("daily {time}"),
        Rhythm::Weekly(day, time) => format!("weekly {} {time}", day.to_monday_one_offset()),
        Rhythm::Hourly | Rhythm::OnClose => rhythm.code().to_owned(),
    }
}

/// The rhythm with this text.
pub fn rhythm(text: &str) -> Option<Rhythm> {
    match text.split(' ').collect::<Vec<_>>().as_slice() {
        ["hourly"] => Some(Rhythm::Hourly),
        ["on-close"] => Some(Rhythm::OnClose),
        ["daily", at] => Some(Rhythm::Daily(at.parse().ok()?)),
        ["weekly", day, at] => {
            let day = Weekday::from_monday_one_offset(day.parse().ok()?).ok()?;
            Some(Rhythm::Weekly(day, at.parse().ok()?))
        }
        _ => None,
    }
}

/// The places of a schedule as one text.
pub fn places_text(schedule: &Schedule) -> String {
    let places = schedule.places.iter().map(Key::to_string);
    places.collect::<Vec<_>>().join(",")
}

/// The places with this text.
pub fn places(text: &str) -> Option<Vec<Key>> {
    let places = text.split(',').filter(|place| !place.is_empty());
    places.map(|place| place.parse().ok()).collect()
}

/// A retention as six numbers in the order of its fields.
pub fn retention_text(retention: Option<Retention>) -> Option<String> {
    let it = retention?;
    let numbers = [
        it.last, it.hourly, it.daily, it.weekly, it.monthly, it.yearly,
    ];
    Some(numbers.map(|number| number.to_string()).join(" "))
}

/// The retention with this text.
pub fn retention(text: &str) -> Option<Retention> {
    let numbers = text.split(' ').map(|number| number.parse().ok());
    let numbers: Vec<u32> = numbers.collect::<Option<_>>()?;
    let &[last, hourly, daily, weekly, monthly, yearly] = numbers.as_slice() else {
        return None;
    };
    Some(Retention {
        last,
        hourly,
        daily,
        weekly,
        monthly,
        yearly,
    })
}

/// The moment that a state has beside its code, and the trouble.
pub fn state_facts(state: &EntryState) -> (Option<Timestamp>, Option<&Trouble>) {
    match state {
        EntryState::Trashed(at) | EntryState::Lost(at) | EntryState::Emptied(at) => {
            (Some(*at), None)
        }
        EntryState::Failed(trouble) => (None, Some(trouble)),
        EntryState::Good | EntryState::Missed => (None, None),
    }
}

/// The state with this code, and the facts that stand beside it.
pub fn state(code: &str, at: Option<Timestamp>, trouble: Option<Trouble>) -> Option<EntryState> {
    match code {
        "good" => Some(EntryState::Good),
        "missed" => Some(EntryState::Missed),
        "failed" => trouble.map(EntryState::Failed),
        "trashed" => at.map(EntryState::Trashed),
        "lost" => at.map(EntryState::Lost),
        "emptied" => at.map(EntryState::Emptied),
        _ => None,
    }
}

/// The outcome with this code and trouble.
pub fn outcome(code: &str, trouble: Option<Trouble>) -> Option<RunOutcome> {
    match (code, trouble) {
        ("good", _) => Some(RunOutcome::Good),
        ("unchanged", _) => Some(RunOutcome::Unchanged),
        ("missed", _) => Some(RunOutcome::Missed),
        ("failed", Some(trouble)) => Some(RunOutcome::Failed(trouble)),
        ("refused", Some(trouble)) => Some(RunOutcome::Refused(trouble)),
        _ => None,
    }
}
