//! `tijori backups retention`: what would go, what goes, and the rule.

use super::Desk;
use super::facts::{entry_facts, local_moment, retired_facts, told};
use crate::arguments::backups::BackupsRetention;
use crate::failure::{FAULT, Failure};
use crate::output::{complain, say, say_json, table};
use backup::Outlook;
use catalog::{Key, Retention, RetentionRule};
use pages::Argument;
use serde_json::{Value, json};

/// Says what would go, or lets it go.
pub fn run(desk: &Desk<'_>, wanted: &BackupsRetention) -> Result<u8, Failure> {
    let business = desk.business(&wanted.business)?;
    let rule = match asked_rule(wanted) {
        Some(rule) => rule,
        None => desk.keeping().rule_of(business)?,
    };
    if wanted.dry_run {
        return preview(desk, business, rule);
    }
    if asked_rule(wanted).is_some() {
        desk.keeping()
            .catalog()?
            .put_retention_rule(&RetentionRule {
                business: Some(business),
                retention: rule,
            })?;
    }
    let retired = desk.retire(business)?;
    let facts: Vec<Value> = retired.iter().map(retired_facts).collect();
    if desk.arguments.json {
        say_json(&json!({ "rule": rule_facts(rule), "retention": facts }))?;
    }
    let mut has_failed = false;
    for place in &retired {
        if let Some(error) = &place.trouble {
            complain(&told(&error.trouble(), desk.locale));
            has_failed = true;
        }
        if !desk.arguments.json {
            let trashed = Argument::Count(place.trashed.len() as u64);
            let emptied = desk.locale.count(place.emptied_count as u64);
            let said = [
                ("place", Argument::Text(&place.place.name)),
                ("count", trashed),
                ("emptied", Argument::Text(&emptied)),
            ];
            say(&desk.locale.text_with("command-backups-retired", &said))?;
        }
    }
    Ok(if has_failed { FAULT } else { 0 })
}

/// The rule that was typed, if one was. What is not named keeps nothing, as with restic.
#[expect(
    clippy::option_option,
    reason = "no rule typed, and a rule that keeps everything, differ"
)]
fn asked_rule(wanted: &BackupsRetention) -> Option<Option<Retention>> {
    if wanted.keep_all {
        return Some(None);
    }
    let numbers = [
        wanted.keep_last,
        wanted.keep_hourly,
        wanted.keep_daily,
        wanted.keep_weekly,
        wanted.keep_monthly,
        wanted.keep_yearly,
    ];
    if numbers.iter().all(Option::is_none) {
        return None;
    }
    let [last, hourly, daily, weekly, monthly, yearly] = numbers.map(Option::unwrap_or_default);
    Some(Some(Retention {
        last,
        hourly,
        daily,
        weekly,
        monthly,
        yearly,
    }))
}

fn rule_facts(rule: Option<Retention>) -> Value {
    rule.map_or(json!("keep-all"), |rule| {
        json!({
            "last": rule.last,
            "hourly": rule.hourly,
            "daily": rule.daily,
            "weekly": rule.weekly,
            "monthly": rule.monthly,
            "yearly": rule.yearly,
        })
    })
}

fn preview(desk: &Desk<'_>, business: Key, rule: Option<Retention>) -> Result<u8, Failure> {
    let outlooks = desk.keeping().outlook_under(business, rule)?;
    if desk.arguments.json {
        let places: Vec<Value> = outlooks
            .iter()
            .map(|outlook| outlook_facts(desk, outlook))
            .collect::<Result<_, Failure>>()?;
        say_json(&json!({ "rule": rule_facts(rule), "places": places }))?;
        return Ok(0);
    }
    for outlook in &outlooks {
        say(&format!("{}:", outlook.place.name))?;
        let rows: Vec<Vec<String>> = outlook
            .fates
            .iter()
            .map(|fate| {
                let reasons: Vec<String> = fate
                    .reasons
                    .iter()
                    .map(|it| {
                        desk.locale
                            .text(&format!("command-backups-why-{}", it.code()))
                    })
                    .collect();
                let stays = if fate.stays() { "stays" } else { "goes" };
                vec![
                    local_moment(&fate.entry),
                    fate.entry.sequence.to_string(),
                    desk.locale.text(&format!("command-backups-{stays}")),
                    reasons.join(", "),
                ]
            })
            .collect();
        say(&table(&rows))?;
        if let Some(refusal) = outlook.refusal {
            complain(&desk.locale.error(refusal.code(), &refusal.arguments()));
        }
    }
    Ok(0)
}

fn outlook_facts(desk: &Desk<'_>, outlook: &Outlook) -> Result<Value, Failure> {
    let names = desk.names()?;
    let backups: Vec<Value> = outlook
        .fates
        .iter()
        .map(|fate| {
            let reasons: Vec<&str> = fate.reasons.iter().map(|it| it.code()).collect();
            json!({
                "backup": entry_facts(&fate.entry, &names),
                "stays": fate.stays(),
                "reasons": reasons,
            })
        })
        .collect();
    Ok(json!({
        "place": { "key": outlook.place.key.to_string(), "name": outlook.place.name },
        "backups": backups,
        "refused": outlook.refusal.map(|refusal| refusal.code()),
    }))
}
