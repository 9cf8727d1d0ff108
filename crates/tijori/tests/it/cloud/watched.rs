//! What a node and the portal write down of what people do, and what the database, the object
//! storage and the scratch folder hold: no secret anywhere as it is, no name in a log, and every
//! line of a log is JSON (security.md S67, T-L1; docs/SPEC-cloud.md, 6).

use super::attacks::{link, token};
use super::browser::Browser;
use super::factor::set_up;
use super::ground::{BILLING_SECRET, Ground, Node, PASSWORD};
use super::nodes::customer;
use super::outbox::keep_account_with;
use super::s3_server::SECRET;
use super::serving::create;
use serde_json::Value;
use std::fs;
use std::path::{Path, PathBuf};
use users::SecondFactor;

/// Texts that occur nowhere else, and are secrets.
const WRONG_PASSWORD: &str = "canary-wrongpass-Kq27";
const MAIL_PASSWORD: &str = "canary-mailpass-Tb64";
/// These are in the books, and in no log.
const NAMES: [&str; 4] = [
    "canary-firm-Hx53",
    "canary-customer-Lw90",
    "canary-address-pd19",
    "7719385.46",
];

/// Both programs, with what they write into files.
struct Two {
    ground: Ground,
    node: Node,
    portal: Node,
    logs: [PathBuf; 2],
    scratch: PathBuf,
}

impl Two {
    fn new() -> Option<Self> {
        let ground = Ground::new()?;
        let logs = ["node.log", "portal.log"].map(|name| ground.file(name));
        let scratch = ground.file("scratch");
        fs::create_dir(&scratch).expect("a folder");
        let folder = scratch.display().to_string();
        let words = ["--scratch", folder.as_str()];
        let node = ground.start_logged("cloud", &words, &logs[0]);
        let portal = ground.start_logged("portal", &[], &logs[1]);
        Some(Self {
            ground,
            node,
            portal,
            logs,
            scratch,
        })
    }

    /// Everything that there is to be kept, as text; bytes stand in it in figures.
    fn rows(&self) -> String {
        let tables = self.ground.sql(
            "SELECT table_name FROM information_schema.tables
             WHERE table_schema = 'public' AND table_type = 'BASE TABLE' ORDER BY 1",
        );
        let each = tables.lines();
        let asked = each.map(|table| format!("SELECT t::text FROM {table} t"));
        self.ground
            .sql(&asked.collect::<Vec<_>>().join(" UNION ALL "))
    }
}

/// Does what leaves secrets behind; all of them.
fn walk(two: &Two) -> Vec<String> {
    let mut secrets: Vec<String> = [PASSWORD, WRONG_PASSWORD, MAIL_PASSWORD, BILLING_SECRET]
        .map(str::to_owned)
        .to_vec();
    secrets.push(SECRET.to_owned());
    let email = format!("{}@lamp.example", NAMES[2]);
    let mut asha = two.node.newcomer(NAMES[0], &email);
    let business = create(&mut asha, NAMES[0]);
    customer(&mut asha, &business, NAMES[1]);
    let token = token(&mut asha);
    refuse(two, &mut asha, &business, &token);
    // The half of a token that is no key.
    secrets.push(token[token.len() - 64..].to_owned());
    keep_account_with(&mut asha, &business, 1, MAIL_PASSWORD);
    let (_, path) = link(&two.ground, "Oil Mill", "cara@oil.example");
    let (_, of_link) = path.rsplit_once('/').expect("a secret");
    secrets.push(of_link.to_owned());
    two.node.browser().get(&path);
    let mut door = two.portal.browser();
    for password in [WRONG_PASSWORD, PASSWORD] {
        door.post("/sign-in", &[("name", &email), ("password", password)]);
    }
    assert_eq!(door.get("/").status, 200);
    door.get(&format!("/{}/{}", NAMES[1], NAMES[3]));
    secrets.extend(sessions(&asha));
    let (_, of_portal) = door.cookies["portal"].split_once('.').expect("a secret");
    secrets.push(of_portal.to_owned());
    let seed = set_up(&mut asha);
    let raw = SecondFactor::from_typed(&seed, "asha", "books").expect("a seed");
    secrets.push(hex(raw.seed()));
    secrets.push(seed);
    secrets.extend(sessions(&asha));
    secrets
}

/// What stands in the cookies of a browser, but for what is no secret.
fn sessions(browser: &Browser) -> Vec<String> {
    let cookies = browser.cookies.iter();
    let secret = cookies.filter(|(name, _)| ["session", "device"].contains(&name.as_str()));
    secret.map(|(_, value)| value.clone()).collect()
}

/// Has everything go wrong that is written down: wrong passwords, a token in an address, broken
/// documents and signatures, addresses that nobody has.
fn refuse(two: &Two, asha: &mut Browser, business: &str, token: &str) {
    let email = format!("{}@lamp.example", NAMES[2]);
    let mut stranger = two.node.browser();
    let form = [("name", email.as_str()), ("password", WRONG_PASSWORD)];
    assert_eq!(stranger.post("/sign-in", &form).status, 422);
    stranger.post("/new-password", &[("name", &email)]);
    let bearer = format!("Bearer {token}");
    let headers = [
        ("Authorization", bearer.as_str()),
        ("Content-Type", "application/json"),
    ];
    let path = format!("/api/v1{business}/records/customers");
    let body = format!(r#"{{"Name":"{}","CreditLimit":"{}","#, NAMES[1], NAMES[3]);
    let refused = stranger.send("POST", &path, &headers, &body);
    assert_eq!(refused.status, 400, "{}", refused.body);
    asha.get(&format!("{business}/record/{}/{}", NAMES[1], NAMES[3]));
    let signed = [
        ("Tijori-Signature", "t=1,v1=00"),
        ("Sec-Fetch-Site", "none"),
    ];
    stranger.send("POST", "/billing/events", &signed, NAMES[1]);
    let in_address = format!("/api/v1/businesses?token={token}&search={}", NAMES[1]);
    assert_eq!(stranger.get(&in_address).status, 401);
    // What nobody expected is written down too.
    two.ground.take_database_away();
    assert_eq!(asha.get(business).status, 503);
    assert_eq!(two.portal.browser().post("/sign-in", &form).status, 503);
    two.ground.bring_database_back();
}

fn hex(bytes: &[u8]) -> String {
    catalog::hex(bytes)
}

/// Every file below a folder.
fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        match path.is_dir() {
            true => found.extend(files(&path)),
            false => found.push(path),
        }
    }
    found
}

fn holds(haystack: &[u8], needle: &str) -> bool {
    let needle = needle.as_bytes();
    haystack.windows(needle.len()).any(|it| it == needle)
}

#[test]
fn neither_program_writes_a_secret_or_a_name_down() {
    let Some(two) = Two::new() else { return };
    let mut secrets = walk(&two);
    let key = fs::read_to_string(two.ground.file("master.key")).expect("the key");
    secrets.push(key.trim().to_owned());
    assert!(secrets.iter().all(|it| it.len() > 9), "{secrets:?}");
    let rows = two.rows();
    let kept = hex(b"cara@oil.example");
    assert!(rows.contains(&kept), "what is bytes stands in figures");
    for secret in &secrets {
        let is_kept = rows.contains(secret.as_str()) || rows.contains(&hex(secret.as_bytes()));
        assert!(!is_kept, "a row holds {secret}");
    }
    let mut stored = files(&two.scratch);
    stored.extend(files(two.ground.storage.folder()));
    for file in stored {
        let held = fs::read(&file).unwrap_or_default();
        for secret in &secrets {
            assert!(!holds(&held, secret), "{} holds {secret}", file.display());
        }
    }
    assert_eq!((two.node.end(), two.portal.end()), (Some(0), Some(0)));
    let logged = fs::read_to_string(&two.logs[0]).expect("a log");
    assert!(logged.lines().count() > 0, "something was written down");
    for log in &two.logs {
        judge(&fs::read_to_string(log).expect("a log"), &secrets);
    }
    assert_eq!(files(&two.scratch).len(), 0, "nothing is left");
}

/// Every line is JSON, and tells no secret and no name.
fn judge(log: &str, secrets: &[String]) {
    for line in log.lines() {
        let told: Value = serde_json::from_str(line).unwrap_or_else(|_| panic!("no JSON: {line}"));
        assert!(told.is_object(), "{line}");
    }
    for canary in secrets.iter().map(String::as_str).chain(NAMES) {
        assert!(!log.contains(canary), "the log tells {canary}: {log}");
    }
}
