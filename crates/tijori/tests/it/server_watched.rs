//! What a server writes down of what people do: nothing of their secrets, names and amounts
//! (security.md T-L1, S67); and what its end leaves of a backup that was going on (SPEC-users.md,
//! 5.3).

use crate::cloud::browser::Browser;
use crate::run::Desk;
use std::fs::{self, File};
use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::{Child, Command};
use std::time::{Duration, Instant};

/// How long something may take here.
const PATIENCE: Duration = Duration::from_secs(120);
/// The file by which the program knows its own scratch folder.
const SCRATCH_MARK: &str = ".made-by-tijori";
/// Texts that occur nowhere else. These are secrets: nothing holds them as they are.
const PASSWORD: &str = "canary-password-Vz81 horse battery";
const WRONG_PASSWORD: &str = "canary-wrongpass-Kq27";
const MAIL_PASSWORD: &str = "canary-mailpass-Tb64";
/// These are in the books, and in no log.
const BUSINESS: &str = "canary-business-Hx53";
const CUSTOMER: &str = "canary-customer-Lw90";
const EMAIL: &str = "canary-address-pd19@example.com";
const FILE_NAME: &str = "canary-file-Rn45.txt";
const AMOUNT: &str = "7719385.46";

/// A server with everything that it writes in files.
struct Server {
    process: Child,
    browser: Browser,
    code: String,
    metrics: String,
    written: [PathBuf; 2],
}

impl Server {
    fn start(desk: &Desk) -> Self {
        let free = std::net::TcpListener::bind("127.0.0.1:0").expect("a port");
        let metrics = free.local_addr().expect("an address").to_string();
        drop(free);
        // A first start shows a code right behind its address.
        let has_users = desk.data().join("users.sqlite3").exists();
        let written = [desk.file("said"), desk.file("logged")];
        let [said, logged] = written
            .each_ref()
            .map(|path| File::create(path).expect("a file"));
        let process = Command::new(env!("CARGO_BIN_EXE_tijori"))
            .args(["server", "--listen", "127.0.0.1:0", "--metrics", &metrics])
            .env("TIJORI_DATA", desk.data())
            .env("LC_ALL", "en_US.UTF-8")
            .stdout(said)
            .stderr(logged)
            .spawn()
            .expect("the server starts");
        let begun = Instant::now();
        let said = loop {
            let said = fs::read_to_string(&written[0]).expect("text");
            let is_told = said.contains("Stop with Ctrl+C") && said.ends_with('\n');
            if is_told && (has_users || said.contains("good for half an hour: ")) {
                break said;
            }
            assert!(begun.elapsed() < PATIENCE, "the server does not start");
            std::thread::sleep(Duration::from_millis(50));
        };
        let (_, rest) = said.split_once("://").expect("an address");
        let address = rest.split(". ").next().expect("an address").to_owned();
        let code = said
            .rsplit(' ')
            .next()
            .unwrap_or_default()
            .trim()
            .to_owned();
        Self {
            process,
            browser: Browser::new(&address),
            code,
            metrics,
            written,
        }
    }

    /// Makes the first administrator and signs in.
    fn enter(&mut self) {
        let code = self.code.clone();
        let identity = [
            ("name", "rahima"),
            ("full_name", "Rahima"),
            ("email", EMAIL),
        ];
        let mut form = identity.to_vec();
        form.extend([("code", code.as_str()), ("password", PASSWORD)]);
        let made = self.browser.post("/setup", &form);
        assert_eq!(made.status, 303, "{}", made.body);
        let form = [("name", "rahima"), ("password", PASSWORD), ("back", "/")];
        assert_eq!(self.browser.post("/sign-in", &form).status, 303);
    }

    /// A business with a customer who was sent an invoice.
    fn business(&mut self) -> String {
        let form = [("name", BUSINESS), ("country", "BD")];
        let made = self.browser.post("/businesses", &form);
        let business = made.header("location").to_owned();
        assert!(business.starts_with("/businesses/"), "{}", made.body);
        let customers = format!("{business}/records/customers");
        let made = self.browser.post(&customers, &[("Name", CUSTOMER)]);
        assert_eq!(made.status, 303, "{}", made.body);
        business
    }

    fn signal(&self, signal: &str) {
        let id = self.process.id().to_string();
        let told = Command::new("kill").args([signal, &id]).status();
        assert!(told.expect("kill").success());
    }

    fn figures(&self) -> String {
        let mut watcher = Browser::new(&self.metrics);
        watcher.get("/metrics").body
    }
}

fn bytes(path: &Path) -> Vec<u8> {
    let mut all = Vec::new();
    let mut file = File::open(path).expect("a file");
    file.read_to_end(&mut all).expect("its bytes");
    all
}

fn holds(haystack: &[u8], needle: &str) -> bool {
    let needle = needle.as_bytes();
    haystack.windows(needle.len()).any(|it| it == needle)
}

/// Every file below a folder.
fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).expect("a folder") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                folders.push(path);
            } else {
                found.push(path);
            }
        }
    }
    found
}

#[test]
fn what_is_written_down_holds_no_secret_name_or_amount() {
    let desk = Desk::new();
    let mut server = Server::start(&desk);
    let mut secrets = vec![PASSWORD.to_owned(), WRONG_PASSWORD.to_owned()];
    secrets.push(MAIL_PASSWORD.to_owned());
    server.enter();
    secrets.push(server.browser.cookies["session"].clone());
    secrets.push(server.browser.cookies["device"].clone());
    let business = server.business();
    // Whatever goes wrong is written down: wrong passwords, letters to nobody, broken requests.
    let mut stranger = Browser::new(&server.browser.address);
    for name in [EMAIL, CUSTOMER] {
        let form = [("name", name), ("password", WRONG_PASSWORD)];
        assert_eq!(stranger.post("/sign-in", &form).status, 422);
    }
    let_a_letter_fail(&mut server, &mut stranger);
    let secret = refused_token(&mut server, &mut stranger, &business);
    let in_address = format!("/api/v1/businesses?token={secret}&search={CUSTOMER}");
    assert_eq!(stranger.get(&in_address).status, 401);
    secrets.push(secret);
    for path in [
        format!("/{CUSTOMER}/{AMOUNT}"),
        format!("{business}/record/{FILE_NAME}"),
    ] {
        assert_eq!(server.browser.get(&path).status, 404);
    }
    break_the_business(&desk);
    for path in ["/", &business] {
        server.browser.get(path);
    }
    let figures = server.figures();
    assert!(figures.contains("tijori_requests_total"), "{figures}");
    server.signal("-TERM");
    assert!(server.process.wait().expect("its end").success());

    judge(&desk, &server, &figures, &secrets);
}

/// Has a letter for a new password go to a server of emails that nobody runs.
fn let_a_letter_fail(server: &mut Server, stranger: &mut Browser) {
    let account = [
        ("host", "127.0.0.1"),
        ("port", "1"),
        ("security", "none"),
        ("username", CUSTOMER),
        ("password", MAIL_PASSWORD),
        ("from_name", BUSINESS),
        ("from_address", EMAIL),
        ("emails_per_hour", "100"),
        ("act", "test"),
    ];
    let kept = server.browser.post("/server/email", &account);
    assert_eq!(kept.status, 200, "{}", kept.body);
    let asked = stranger.post("/new-password", &[("name", EMAIL)]);
    assert_eq!(asked.status, 200, "{}", asked.body);
    let begun = Instant::now();
    while !holds(&bytes(&server.written[1]), "a letter was not sent") {
        assert!(begun.elapsed() < PATIENCE, "the failed letter is not told");
        std::thread::sleep(Duration::from_millis(100));
    }
}

/// A token, whose owner sends records with it that are refused.
fn refused_token(server: &mut Server, stranger: &mut Browser, business: &str) -> String {
    let token = [("name", CUSTOMER), ("scope", "write"), ("business", "")];
    let until = jiff::Zoned::now().date().tomorrow().expect("a day");
    let mut token = token.to_vec();
    let until = until.to_string();
    token.push(("until", &until));
    let made = server.browser.post("/account/tokens", &token).body;
    let secret = made
        .split("tij_")
        .nth(1)
        .and_then(|it| it.split('<').next());
    let secret = format!("tij_{}", secret.expect("a token"));
    let bearer = format!("Bearer {secret}");
    let path = format!("/api/v1{business}/records/customers");
    for body in [
        format!("{{\"Name\": \"{CUSTOMER}\", \"CreditLimit\": \"{AMOUNT}\", \"Nonsense\": 1}}"),
        format!("{{{CUSTOMER}"),
    ] {
        let headers = [
            ("Authorization", bearer.as_str()),
            ("Content-Type", "application/json"),
        ];
        let refused = stranger.send("POST", &path, &headers, &body);
        assert!((400..500).contains(&refused.status), "{}", refused.body);
    }
    secret
}

/// No log, no word on the console and no figure tells a secret, a name or an amount, and no file
/// holds a secret.
fn judge(desk: &Desk, server: &Server, figures: &str, secrets: &[String]) {
    let mut canaries = secrets.to_vec();
    let names = [BUSINESS, CUSTOMER, EMAIL, FILE_NAME, AMOUNT, "example.com"];
    canaries.extend(names.map(str::to_owned));
    let logged = bytes(&server.written[1]);
    assert!(logged.len() > 100, "something was written down");
    for canary in &canaries {
        assert!(!holds(&logged, canary), "the log tells {canary}");
        assert!(
            !holds(&bytes(&server.written[0]), canary),
            "it said {canary}"
        );
        assert!(
            !figures.contains(canary.as_str()),
            "the figures tell {canary}"
        );
    }
    for file in files(&desk.data()) {
        let held = bytes(&file);
        for secret in secrets {
            assert!(!holds(&held, secret), "{} holds {secret}", file.display());
        }
    }
}

/// Writes nonsense over the file of the only business, so that opening it fails.
fn break_the_business(desk: &Desk) {
    for file in files(&desk.data().join("businesses")) {
        let size = bytes(&file).len();
        fs::write(&file, vec![b'x'; size]).expect("nonsense");
    }
}

/// A business with a file that takes a while to be backed up; a backup of it is being made.
fn backup_begun(desk: &Desk, server: &mut Server) -> String {
    server.enter();
    let business = server.business();
    let list = format!("{business}/records/customers");
    let page = server.browser.get(&list).body;
    let record = page
        .split("/record/")
        .nth(1)
        .and_then(|it| it.split('"').next());
    let path = format!(
        "{business}/record/{}/attachments",
        record.expect("a record")
    );
    let mut number = 1_u64;
    let lines = (0..1_500_000).map(|_| {
        number = number
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1);
        format!("{:016x}{:016x}\n", number, number.rotate_left(17))
    });
    let body = format!(
        "--edge\r\nContent-Disposition: form-data; name=\"files\"; filename=\"{FILE_NAME}\"\r\n\
         Content-Type: text/plain\r\n\r\n{}\r\n--edge--\r\n",
        lines.collect::<String>()
    );
    let kind = [("Content-Type", "multipart/form-data; boundary=edge")];
    let attached = server.browser.send("POST", &path, &kind, &body);
    assert_eq!(attached.status, 303, "{}", attached.body);
    let form = [("attachments", "on"), ("emails", "on"), ("history", "on")];
    // The answer may wait for a backup that is made quickly, so it is asked for beside us.
    let (mut asking, path) = (server.browser.clone(), format!("{business}/backups"));
    std::thread::spawn(move || asking.post(&path, &form));
    let begun = Instant::now();
    while !scratch(desk)
        .iter()
        .any(|path| path.extension() == Some("part".as_ref()))
    {
        assert!(begun.elapsed() < PATIENCE, "nothing is being made");
        std::thread::sleep(Duration::from_millis(5));
    }
    business
}

/// What is left in the scratch folder, but for the mark that it is ours.
fn scratch(desk: &Desk) -> Vec<PathBuf> {
    let mut found = files(&desk.data().join("scratch"));
    found.retain(|path| !path.ends_with(SCRATCH_MARK));
    found
}

#[test]
fn a_server_that_is_told_to_stop_ends_its_backup_first() {
    let desk = Desk::new();
    let mut server = Server::start(&desk);
    let business = backup_begun(&desk, &mut server);
    server.signal("-TERM");
    assert!(server.process.wait().expect("its end").success());
    assert_eq!(
        scratch(&desk),
        [] as [PathBuf; 0],
        "nothing half made is left"
    );
    let key = business.rsplit('/').next().expect("a key");
    let trail = desk.json(&["history", key]);
    assert!(
        trail.to_string().contains("\"backup\""),
        "made to its end: {trail}"
    );
}

#[test]
fn a_server_that_is_killed_leaves_nothing_of_its_backup() {
    let desk = Desk::new();
    let mut server = Server::start(&desk);
    let business = backup_begun(&desk, &mut server);
    server.signal("-KILL");
    server.process.wait().expect("its end");
    let mut again = Server::start(&desk);
    assert_eq!(scratch(&desk), [] as [PathBuf; 0]);
    let form = [("name", "rahima"), ("password", PASSWORD), ("back", "/")];
    assert_eq!(again.browser.post("/sign-in", &form).status, 303);
    let page = again.browser.get(&business);
    assert_eq!(page.status, 200, "{}", page.body);
    assert!(page.body.contains(BUSINESS));
    again.signal("-TERM");
    assert!(again.process.wait().expect("its end").success());
}
