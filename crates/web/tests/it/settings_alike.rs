//! Every form of settings says from what it was made, and the second of two people is told and
//! loses nothing (SPEC-users.md, 6.3). Which forms there are is asked of the router.

use crate::access::{Browser, Server};
use crate::addresses;
use crate::sent_form::filled_form;
use crate::world::Answer;
use axum::http::StatusCode;
use backup::PlaceWish;
use catalog::PlaceKind;

/// Forms that ask for nothing that could be lost, and why.
const WITHOUT: [(&str, &str); 2] = [
    (
        "/businesses/{business}/settings/logo",
        "a picture takes the place of another, which is laid aside",
    ),
    (
        "/businesses/{business}/settings/unit-costs",
        "a button: the costs are worked out in the unit of work",
    ),
];

/// A server with one of everything that has settings.
struct Ground {
    server: Server,
    browser: Browser,
    business: String,
    custom_field: String,
    footer: String,
    place: String,
    schedule: String,
}

impl Ground {
    async fn new() -> Self {
        let server = Server::new();
        let browser = server.signed_in("rahima").await;
        let (business, _) = server.business(&browser, "Dokan").await;
        server.add(
            2,
            "karim",
            users::Role::Member(std::collections::BTreeMap::new()),
        );
        let wish = PlaceWish {
            key: None,
            name: "Blue disk".to_owned(),
            kind: PlaceKind::Folder("/mnt/Blue disk".to_owned()),
            secret: None,
        };
        let keeping = &server.world.app.keeping;
        let place = keeping
            .set_up_place(&wish)
            .expect("a place")
            .key
            .to_string();
        let mut ground = Self {
            server,
            browser,
            business,
            custom_field: String::new(),
            footer: String::new(),
            place: place.clone(),
            schedule: String::new(),
        };
        let page = format!("{}/settings/custom-fields", ground.business);
        let new = format!("{page}/new/text-custom-fields");
        ground
            .sends(&new, &pairs(&[("Name", "Route")]))
            .await
            .location();
        let list = ground.page(&page).await;
        ground.custom_field = key_behind(&list, &format!("href=\"{page}/"), |key| key.len() == 36);
        let footers = format!("{}/records/sales-invoice-footers", ground.business);
        let footer = ground.sends(&footers, &pairs(&[("Name", "Thanks")])).await;
        ground.footer = key_behind(&footer.location(), "/record/", |key| key.len() == 36);
        let schedule = [
            ("rhythm", "daily"),
            ("time", "18:00"),
            ("day", "5"),
            ("place", &place),
        ];
        ground
            .sends("/keeping/schedules/new", &pairs(&schedule))
            .await
            .location();
        let list = ground.page("/keeping/schedules").await;
        ground.schedule = key_behind(&list, "/keeping/schedules/", |key| key.len() == 36);
        ground
    }

    async fn page(&self, path: &str) -> String {
        let answer = self.server.get(&self.browser, path).await;
        assert_eq!(answer.status, StatusCode::OK, "{path}: {}", answer.text());
        answer.text()
    }

    async fn sends(&self, path: &str, form: &[(String, String)]) -> Answer {
        let form: Vec<String> = form
            .iter()
            .map(|(name, value)| format!("{}={}", encoded(name), encoded(value)))
            .collect();
        self.server
            .ask(&self.browser, "POST", path, &form.join("&"))
            .await
    }

    /// An address with what there is in the place of its parts.
    fn filled(&self, path: &str) -> String {
        let business = self.business.rsplit('/').next().expect("a key");
        path.replace("/record/{record}", &format!("/record/{}", self.footer))
            .replace("{business}", business)
            .replace("/businesses/{key}", &self.business)
            .replace(
                "/custom-fields/{key}",
                &format!("/custom-fields/{}", self.custom_field),
            )
            .replace("{slug}", "text-custom-fields")
            .replace("{purpose}", "sales-invoices")
            .replace("{language}", "en")
            .replace("{place}", &self.place)
            .replace("{schedule}", &self.schedule)
            .replace("{user}", &books::Key::from_bytes([2; 16]).to_string())
    }

    /// Two people open a form and send it; what the second one is told, and then decides.
    async fn second_is_told(&self, path: &str, field: &str, [first, second]: [&str; 2]) -> String {
        let path = self.filled(path);
        let opened = filled_form(&self.page(&path).await);
        let with = |form: &[(String, String)], value: &str| {
            let mut form = form.to_vec();
            form.retain(|(name, _)| name != field && name != "act");
            form.extend(pairs(&[(field, value), ("act", "save")]));
            form
        };
        let saved = self.sends(&path, &with(&opened, first)).await;
        assert!(is_saved(&saved), "{path}: {}", saved.text());
        let told = self.sends(&path, &with(&opened, second)).await;
        assert_eq!(told.status, StatusCode::CONFLICT, "{path}: {}", told.text());
        let told = told.text();
        assert!(told.contains("Somebody changed these settings"), "{told}");
        assert!(told.contains(first), "{path}, what is saved: {told}");
        assert!(told.contains(second), "{path}, what was typed: {told}");
        let again = self.sends(&path, &with(&filled_form(&told), second)).await;
        assert!(is_saved(&again), "{path}: {}", again.text());
        // The field alone is asked: a number may stand anywhere in the digest of a stylesheet.
        let now = filled_form(&self.page(&path).await);
        let now = now.iter().find(|(name, _)| name == field);
        assert_eq!(now.map(|(_, value)| value.as_str()), Some(second));
        told
    }
}

fn is_saved(answer: &Answer) -> bool {
    matches!(answer.status, StatusCode::SEE_OTHER | StatusCode::OK)
}

fn pairs(form: &[(&str, &str)]) -> Vec<(String, String)> {
    let pairs = form.iter();
    pairs
        .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()))
        .collect()
}

fn encoded(text: &str) -> String {
    let each = text.bytes().map(|byte| match byte {
        byte if byte.is_ascii_alphanumeric() => char::from(byte).to_string(),
        byte => format!("%{byte:02X}"),
    });
    each.collect()
}

/// The first key behind these words that is one.
fn key_behind(text: &str, words: &str, is_one: impl Fn(&&str) -> bool) -> String {
    let keys = text.split(words).skip(1);
    let mut keys = keys.filter_map(|rest| rest.split(['"', '/', '?']).next());
    keys.find(is_one)
        .unwrap_or_else(|| panic!("no key in {text}"))
        .to_owned()
}

#[tokio::test]
async fn every_form_of_settings_says_from_what_it_was_made() {
    let ground = Ground::new().await;
    let mut seen = 0;
    for (path, methods) in addresses::all(&ground.server.world.app) {
        let is_setting = ["/settings/", "/keeping/", "/server/", "/users/"]
            .iter()
            .any(|part| path.contains(part))
            || path == "/businesses/{business}/record/{record}/edit";
        let is_form = methods.contains(&"GET") && methods.contains(&"POST");
        if !is_setting || !is_form || WITHOUT.iter().any(|(known, _)| *known == path) {
            continue;
        }
        seen += 1;
        let form = filled_form(&ground.page(&ground.filled(&path)).await);
        let base = form.iter().find(|(name, _)| name == "base");
        let base = base.unwrap_or_else(|| panic!("{path} does not say what it is made from"));
        assert_eq!(base.1.is_empty(), path.contains("/new"), "{path}: {base:?}");
    }
    assert!(seen >= 15, "only {seen} forms");
}

#[tokio::test]
async fn a_custom_field_is_not_changed_over_somebody_elses() {
    let ground = Ground::new().await;
    let path = "/businesses/{business}/settings/custom-fields/{key}";
    let told = ground
        .second_is_told(path, "Name", ["Roundabout", "Crossroads"])
        .await;
    assert!(
        told.contains("Saved now") && told.contains("As you typed it"),
        "{told}"
    );
}

#[tokio::test]
async fn a_custom_field_deleted_meanwhile_comes_back_as_a_new_one() {
    let ground = Ground::new().await;
    let path = ground.filled("/businesses/{business}/settings/custom-fields/{key}");
    let mut form = filled_form(&ground.page(&path).await);
    form.retain(|(name, _)| name != "Name");
    form.extend(pairs(&[("Name", "Crossroads")]));
    let key = &ground.custom_field;
    let deletion = format!("{}/record/{key}/deletion", ground.business);
    let asked = filled_form(&ground.page(&deletion).await);
    ground.sends(&deletion, &asked).await.location();
    let told = ground.sends(&path, &form).await;
    assert_eq!(told.status, StatusCode::CONFLICT);
    let told = told.text();
    assert!(told.contains("Somebody deleted this record"), "{told}");
    let new = format!(
        "{}/settings/custom-fields/new/text-custom-fields",
        ground.business
    );
    assert!(told.contains(&format!("action=\"{new}\"")), "{told}");
    ground.sends(&new, &filled_form(&told)).await.location();
    let list = format!("{}/settings/custom-fields", ground.business);
    assert!(ground.page(&list).await.contains("Crossroads"));
}

#[tokio::test]
async fn a_template_of_emails_is_not_changed_over_somebody_elses() {
    let ground = Ground::new().await;
    let path = "/businesses/{business}/settings/email/templates/{purpose}/{language}";
    // The first is made where there was only the default.
    let told = ground
        .second_is_told(path, "subject", ["Our invoice", "Your paper"])
        .await;
    assert!(
        told.contains("Saved now") && told.contains("As you typed it"),
        "{told}"
    );
    ground
        .second_is_told(path, "subject", ["Third words", "Fourth words"])
        .await;
}

#[tokio::test]
async fn accounts_of_mail_are_not_changed_over_somebody_elses() {
    let ground = Ground::new().await;
    for path in ["/businesses/{business}/settings/email", "/server/email"] {
        let page = ground.filled(path);
        let mut form = filled_form(&ground.page(&page).await);
        let account = [
            ("host", "mail.example.com"),
            ("username", "rahima"),
            ("password", "a-secret-of-mail"),
            ("from_address", "rahima@example.com"),
            ("act", "save"),
        ];
        form.retain(|(name, _)| !account.iter().any(|(field, _)| field == name));
        form.extend(pairs(&account));
        let saved = ground.sends(&page, &form).await;
        assert_eq!(saved.status, StatusCode::OK, "{}", saved.text());
        let field = "from_name";
        let told = ground
            .second_is_told(path, field, ["Rahim and Sons", "Rahima Ltd"])
            .await;
        assert!(!told.contains("a-secret-of-mail"), "{told}");
    }
}

#[tokio::test]
async fn what_keeps_backups_is_not_changed_over_somebody_elses() {
    let ground = Ground::new().await;
    let place = "/keeping/places/{place}";
    ground
        .second_is_told(place, "name", ["Green disk", "Yellow disk"])
        .await;
    let schedule = "/keeping/schedules/{schedule}";
    let addresses = ["one@example.com", "two@example.com"];
    ground.second_is_told(schedule, "alarm_to", addresses).await;
    for rule in ["/keeping/retention", "/businesses/{key}/keeping/retention"] {
        ground.second_is_told(rule, "last", ["432", "876"]).await;
    }
}

#[tokio::test]
async fn a_place_and_a_schedule_removed_meanwhile_come_back_as_new_ones() {
    let ground = Ground::new().await;
    for (path, list) in [
        ("/keeping/schedules/{schedule}", "/keeping/schedules/new"),
        ("/keeping/places/{place}", "/keeping/places/new"),
    ] {
        let path = ground.filled(path);
        let form = filled_form(&ground.page(&path).await);
        ground
            .sends(&format!("{path}/removal"), &[])
            .await
            .location();
        let told = ground.sends(&path, &form).await;
        assert_eq!(told.status, StatusCode::CONFLICT, "{path}");
        let told = told.text();
        assert!(told.contains("Somebody deleted this record"), "{told}");
        assert!(told.contains(&format!("action=\"{list}\"")), "{told}");
    }
}

#[tokio::test]
async fn a_user_is_not_changed_over_somebody_elses() {
    let ground = Ground::new().await;
    let names = ["Karim Uddin", "Karim Sheikh"];
    let told = ground
        .second_is_told("/users/{user}", "full_name", names)
        .await;
    assert!(told.contains("Saved now"), "{told}");
    let path = ground.filled("/users/{user}");
    let form = filled_form(&ground.page(&path).await);
    ground
        .sends(&format!("{path}/removal"), &[])
        .await
        .location();
    let told = ground.sends(&path, &form).await;
    assert_eq!(told.status, StatusCode::CONFLICT);
    assert!(told.text().contains("action=\"/users\""));
}
