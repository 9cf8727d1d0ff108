//! Who may see and do what with kept backups where people sign in (docs/SPEC-keeping.md, 10.5).

use crate::access::{Browser, Server, clerk, member};
use backup::{PlaceWish, catalog_key};
use catalog::{BackupEntry, EntryFilter, PlaceKind};
use users::{Level, Role};

/// A server with two businesses, a backup of each, and five people.
struct Kept {
    server: Server,
    /// The address of the business that most may see, and of the other one.
    own: String,
    other: String,
    /// A backup of each.
    entries: [BackupEntry; 2],
    administrator: Browser,
}

impl Kept {
    async fn new() -> Self {
        let server = Server::new();
        let administrator = server.signed_in("rahima").await;
        let (own, _) = server.business(&administrator, "Dokan").await;
        let (other, _) = server.business(&administrator, "Other").await;
        let keeping = &server.world.app.keeping;
        let wish = PlaceWish {
            key: None,
            name: "Blue disk".to_owned(),
            kind: PlaceKind::Folder("/mnt/blue".to_owned()),
            secret: None,
        };
        let place = keeping.set_up_place(&wish).expect("a place");
        for business in [&own, &other] {
            let form = format!("place={}&attachments=on&emails=on&history=on", place.key);
            for _ in 0..2 {
                let path = format!("{business}/keeping");
                let begun = server.ask(&administrator, "POST", &path, &form).await;
                done(&server, &administrator, &begun.location()).await;
                let new = "Name=Karima";
                let customers = format!("{business}/records/customers");
                server
                    .ask(&administrator, "POST", &customers, new)
                    .await
                    .location();
            }
        }
        let newest = |business: &str| {
            let key = business
                .rsplit('/')
                .next()
                .expect("a key")
                .parse()
                .expect("a key");
            let filter = EntryFilter::of(catalog_key(key));
            let catalog = keeping.catalog().expect("a catalogue");
            catalog.entries(&filter).expect("entries").remove(0)
        };
        let entries = [newest(&own), newest(&other)];
        server.add(2, "full", member(&[(&own, Level::Full)]));
        server.add(3, "auditor", member(&[(&own, Level::Auditor)]));
        server.add(4, "clerk", member(&[(&own, clerk())]));
        server.add(5, "nobody", Role::Member(std::collections::BTreeMap::new()));
        Self {
            server,
            own,
            other,
            entries,
            administrator,
        }
    }

    /// What a browser gets, as one word.
    async fn gets(&self, browser: &Browser, method: &str, path: &str) -> &'static str {
        let answer = self.server.ask(browser, method, path, "").await;
        match answer.status.as_u16() {
            200 | 303 | 422 => "given",
            403 | 404 => "refused",
            other => panic!("{method} {path}: {other} {}", answer.text()),
        }
    }
}

/// Waits for long work.
async fn done(server: &Server, browser: &Browser, page: &str) {
    for _ in 0..600 {
        let answer = server.get(browser, page).await;
        if !answer.text().contains("data-poll") {
            return;
        }
        tokio::time::sleep(std::time::Duration::from_millis(100)).await;
    }
    panic!("{page} does not end");
}

/// What stands below the address of a business.
fn of_a_business(business: &str, entry: &BackupEntry) -> Vec<(&'static str, String)> {
    let at = |part: &str| format!("{business}/keeping{part}");
    let of = |act: &str| format!("{business}/keeping/entries/{}/{act}", entry.key);
    vec![
        ("GET", at("")),
        ("GET", at("/new")),
        ("GET", at("/retention")),
        ("GET", of("file")),
        ("POST", of("verification")),
        ("POST", of("rehearsal")),
        ("POST", at("/rehearsals")),
        ("POST", at("/retention/now")),
        ("POST", at("/cancellation")),
        ("POST", of("removal")),
        ("POST", of("restoration")),
    ]
}

/// What only administrators may do with it.
fn bringing_back(business: &str, entry: &BackupEntry) -> Vec<(&'static str, String)> {
    let of = |act: &str| format!("{business}/keeping/entries/{}/{act}", entry.key);
    vec![("POST", of("import")), ("POST", of("look"))]
}

const FOR_ALL: &[(&str, &str)] = &[
    ("GET", "/keeping"),
    ("GET", "/keeping/places"),
    ("GET", "/keeping/places/new?kind=folder"),
    ("GET", "/keeping/schedules"),
    ("GET", "/keeping/schedules/new"),
    ("GET", "/keeping/retention"),
    ("GET", "/trash"),
    ("GET", "/imports/new"),
    ("GET", "/opened/new"),
    ("GET", "/verifications/new"),
];

#[tokio::test]
async fn kept_backups_are_for_who_has_full_access_and_places_for_administrators() {
    let kept = Kept::new().await;
    let [own, other] = &kept.entries;
    for (name, in_own, for_all) in [
        ("full", "given", "refused"),
        ("auditor", "refused", "refused"),
        ("clerk", "refused", "refused"),
        ("nobody", "refused", "refused"),
    ] {
        let browser = kept.server.signed_in(name).await;
        for (method, path) in of_a_business(&kept.other, other) {
            let got = kept.gets(&browser, method, &path).await;
            assert_eq!(
                got, "refused",
                "{name} in another business: {method} {path}"
            );
        }
        // An entry of another business is not found below one's own either.
        for (method, path) in of_a_business(&kept.own, other) {
            if path.contains("/entries/") {
                let got = kept.gets(&browser, method, &path).await;
                assert_eq!(got, "refused", "{name}: {method} {path}");
            }
        }
        for (method, path) in of_a_business(&kept.own, own) {
            let got = kept.gets(&browser, method, &path).await;
            assert_eq!(got, in_own, "{name}: {method} {path}");
        }
        for (method, path) in bringing_back(&kept.own, own) {
            let got = kept.gets(&browser, method, &path).await;
            assert_eq!(got, "refused", "{name}: {method} {path}");
        }
        for (method, path) in FOR_ALL {
            let got = kept.gets(&browser, method, path).await;
            assert_eq!(got, for_all, "{name}: {method} {path}");
        }
    }
    let administrator = &kept.administrator;
    let both = [(&kept.own, own), (&kept.other, other)];
    for (business, entry) in both {
        for (method, path) in of_a_business(business, entry) {
            assert_eq!(
                kept.gets(administrator, method, &path).await,
                "given",
                "{path}"
            );
        }
        for (method, path) in bringing_back(business, entry) {
            assert_eq!(
                kept.gets(administrator, method, &path).await,
                "given",
                "{path}"
            );
        }
    }
    for (method, path) in FOR_ALL {
        assert_eq!(
            kept.gets(administrator, method, path).await,
            "given",
            "{path}"
        );
    }
}

#[tokio::test]
async fn nobody_gets_a_kept_backup_without_signing_in() {
    let kept = Kept::new().await;
    let stranger = Browser::default();
    let paths = of_a_business(&kept.own, &kept.entries[0]);
    for (method, path) in paths
        .iter()
        .chain(&bringing_back(&kept.own, &kept.entries[0]))
    {
        let answer = kept.server.ask(&stranger, method, path, "").await;
        match *method {
            "GET" => assert!(answer.location().starts_with("/sign-in"), "{path}"),
            _ => assert_eq!(answer.status.as_u16(), 401, "{path}"),
        }
        assert!(!answer.text().contains("Dokan"), "{path}");
    }
}

#[tokio::test]
async fn the_page_offers_only_what_one_may_do() {
    let kept = Kept::new().await;
    let full = kept.server.signed_in("full").await;
    let page = kept
        .server
        .get(&full, &format!("{}/keeping", kept.own))
        .await
        .text();
    assert!(page.contains("/verification\""), "{page}");
    assert!(
        !page.contains("/import\""),
        "restoring is for administrators: {page}"
    );
    assert!(!page.contains("href=\"/keeping/places\""), "{page}");
    let page = kept
        .server
        .get(&kept.administrator, &format!("{}/keeping", kept.own))
        .await;
    assert!(page.text().contains("/import\""), "{}", page.text());
}
