//! Alarms by email: the first failure after a success, and again after a day for as long as it goes
//! on (docs/SPEC-keeping.md, section 7).

use backup::{Keeping, catalog_key};
use catalog::{Key, Run, RunFilter, RunKind, RunOutcome, Schedule, Trouble};
use jiff::SignedDuration;
use mail::{Composition, MailError, Mailbox, compose};
use pages::{Argument, Locale};
use store::Business;
use web::App;

/// After so long an alarm is sent again.
const AGAIN_AFTER: SignedDuration = SignedDuration::from_hours(24);
/// Runs that are looked through for the last success.
const RUNS_LOOKED_AT: usize = 100;

/// Why nobody could be told: the code and the sentence.
type Unsaid = (&'static str, String);

fn of_mail(error: MailError) -> Unsaid {
    (error.code(), error.to_string())
}

/// Puts an email into the outbox of the business, where the schedule names an address, the business
/// has a mail account, and it is time to tell.
pub fn alarm(
    app: &App,
    locale: Locale,
    business: books::Key,
    schedule: &Schedule,
    trouble: &Trouble,
) -> Result<(), Unsaid> {
    let Some(address) = &schedule.alarm_to else {
        return Ok(());
    };
    let keeping = &app.keeping;
    let is_time = is_time_to_tell(keeping, catalog_key(business), schedule.key);
    if !is_time.map_err(|error| (error.code(), error.to_string()))? {
        return Ok(());
    }
    let told = send(app, locale, business, address, trouble);
    let outcome = match &told {
        Ok(true) => RunOutcome::Good,
        Ok(false) => return Ok(()),
        Err((code, _)) => RunOutcome::Failed(Trouble::new(code, Vec::new())),
    };
    let now = keeping.now();
    let noted = web::stamp::random_key()
        .map_err(|error| (error.code, error.code.to_owned()))
        .and_then(|key| {
            let run = Run {
                key: catalog_key(key),
                kind: RunKind::Alarm,
                business: catalog_key(business),
                schedule: Some(schedule.key),
                entry: None,
                due_at: now,
                began_at: now,
                ended_at: now,
                outcome,
            };
            let catalog = keeping.catalog();
            catalog
                .and_then(|catalog| Ok(catalog.put_run(&run)?))
                .map_err(|error| (error.code(), error.to_string()))
        });
    told.map(drop).and(noted)
}

/// Whether nobody was told since the last success, or so long ago that it is told again. Alarms of
/// a clock that was ahead do not keep others back.
fn is_time_to_tell(
    keeping: &Keeping,
    business: Key,
    schedule: Key,
) -> Result<bool, backup::KeepError> {
    let now = keeping.now();
    let runs = keeping.catalog()?.runs(&RunFilter {
        business: Some(business),
        schedule: Some(schedule),
        until: Some(now),
        limit: Some(RUNS_LOOKED_AT),
        ..RunFilter::default()
    })?;
    let alarm = runs
        .iter()
        .find(|run| run.kind == RunKind::Alarm && run.outcome == RunOutcome::Good);
    let is_good = |run: &&Run| matches!(run.outcome, RunOutcome::Good | RunOutcome::Unchanged);
    let good = runs
        .iter()
        .filter(|run| matches!(run.kind, RunKind::Backup | RunKind::Rehearsal))
        .find(is_good);
    Ok(match (alarm, good) {
        (None, _) => true,
        (Some(alarm), Some(good)) if good.ended_at > alarm.began_at => true,
        (Some(alarm), _) => now.duration_since(alarm.began_at) >= AGAIN_AFTER,
    })
}

/// Writes the email; whether there is an account to send it from.
fn send(
    app: &App,
    locale: Locale,
    business: books::Key,
    address: &str,
    trouble: &Trouble,
) -> Result<bool, Unsaid> {
    let of_store = |error: store::StoreError| (error.code(), error.to_string());
    let vault = app.mailroom.vault().map_err(of_mail)?;
    let Some(settings) = vault.mail_settings(business).map_err(of_mail)? else {
        return Ok(false);
    };
    let opened = app.store.open(business).map_err(of_store)?;
    let profile = profile_of(&*opened).map_err(of_store)?;
    let mut email = Composition::from_settings(&settings);
    email.to = vec![Mailbox::parse(address).map_err(of_mail)?];
    email.bcc.clear();
    (email.subject, email.text) = words(locale, &profile.name, trouble);
    let of_page = |error: web::PageError| (error.code, error.code.to_owned());
    let stamp = web::stamp::stamp(app, &profile.time_zone).map_err(of_page)?;
    let key = web::stamp::random_key().map_err(of_page)?;
    let (row, message) = compose(key, &email, stamp.instant).map_err(of_mail)?;
    mail::outbox::queue(&*opened, &row, &message, &stamp).map_err(of_mail)?;
    app.mailroom.ring();
    Ok(true)
}

fn profile_of(business: &dyn Business) -> Result<store::Profile, store::StoreError> {
    business.read()?.profile()
}

/// Subject and text.
fn words(locale: Locale, business: &str, trouble: &Trouble) -> (String, String) {
    let facts: Vec<(&str, String)> = trouble
        .arguments
        .iter()
        .map(|(name, value)| (name.as_str(), value.clone()))
        .collect();
    let reason = locale.error(&trouble.code, &facts);
    let told = [
        ("business", Argument::Text(business)),
        ("reason", Argument::Text(&reason)),
    ];
    (
        locale.text_with("keeper-alarm-subject", &told),
        locale.text_with("keeper-alarm-text", &told),
    )
}

#[cfg(test)]
mod tests;
