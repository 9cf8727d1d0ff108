//! A database with the tables, a bucket, a master key, and nodes on them.

use super::browser::Browser;
use super::s3_server::{ACCESS_KEY_ID, SECRET, Server};
use serde_json::Value;
use std::fs::File;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use std::sync::OnceLock;
use tempfile::TempDir;
use testkit::postgres_server::{OWNER, PostgresServer, ROLE};

/// The password of everybody here.
pub const PASSWORD: &str = "seven green lamps in a row";
/// What events of billing are signed with.
pub const BILLING_SECRET: &str = "whsec_lamps";

/// The PostgreSQL server that all tests share; nothing where it is not installed.
static SERVER: OnceLock<Option<PostgresServer>> = OnceLock::new();

fn server() -> Option<&'static PostgresServer> {
    let found = SERVER.get_or_init(|| PostgresServer::start().expect("PostgreSQL starts"));
    if found.is_none() {
        eprintln!("skipped: PostgreSQL is not installed here");
    }
    found.as_ref()
}

/// What all nodes of a test stand on.
pub struct Ground {
    pub server: &'static PostgresServer,
    pub database: String,
    pub storage: Server,
    folder: TempDir,
}

impl Ground {
    /// A database of its own with the tables; nothing where PostgreSQL is not installed.
    pub fn new() -> Option<Self> {
        Some(Self::on(server()?))
    }

    /// The same on a server of its own, which a test may stop.
    pub fn alone() -> Option<Self> {
        let Some(server) = PostgresServer::start().expect("PostgreSQL starts") else {
            eprintln!("skipped: PostgreSQL is not installed here");
            return None;
        };
        // It ends with this process.
        Some(Self::on(Box::leak(Box::new(server))))
    }

    fn on(server: &'static PostgresServer) -> Self {
        let ground = Self {
            database: server.create_database(None).expect("a database"),
            server,
            storage: Server::start(),
            folder: tempfile::tempdir().expect("a folder"),
        };
        let owner = server.url(OWNER, &ground.database);
        let prepared = ground.run(&["prepare", "--role", ROLE, "--database", &owner]);
        assert!(prepared.status.success(), "{prepared:?}");
        let key = ground.key_file();
        assert!(ground.run(&["key", &key]).status.success());
        ground
    }

    fn key_file(&self) -> String {
        self.folder.path().join("master.key").display().to_string()
    }

    /// `tijori cloud` or `tijori portal`, with every setting in the environment.
    fn command(&self, edition: &str) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_tijori"));
        command
            .arg(edition)
            .env("TIJORI_DATABASE", self.server.url(ROLE, &self.database))
            .env("TIJORI_MASTER_KEY_FILE", self.key_file())
            .env(
                "TIJORI_S3_ENDPOINT",
                format!("http://{}", self.storage.address),
            )
            .env("TIJORI_S3_BUCKET", "books")
            .env("TIJORI_S3_PREFIX", "cloud")
            .env("TIJORI_S3_PATH_STYLE", "true")
            .env("TIJORI_S3_ACCESS_KEY_ID", ACCESS_KEY_ID)
            .env("TIJORI_S3_SECRET_ACCESS_KEY", SECRET)
            .env("TIJORI_BILLING_SECRET", BILLING_SECRET)
            .env("LC_ALL", "en_US.UTF-8");
        command
    }

    /// Runs `tijori cloud` with these words to its end.
    pub fn run(&self, words: &[&str]) -> Output {
        let mut command = self.command("cloud");
        command.args(words).output().expect("it starts")
    }

    /// The same with `--json`, which has to go well.
    pub fn json(&self, words: &[&str]) -> Value {
        let output = self.run(&[words, &["--json"]].concat());
        assert!(output.status.success(), "{output:?}");
        serde_json::from_slice(&output.stdout).expect("JSON")
    }

    /// Does SQL as the superuser, whom no rule concerns; what it prints.
    pub fn sql(&self, sql: &str) -> String {
        let printed = self.server.sql(&self.database, sql).expect("SQL");
        printed.trim().to_owned()
    }

    /// Nobody gets a connection any more, and those that there are end.
    pub fn take_database_away(&self) {
        let name = &self.database;
        for sql in [
            format!("ALTER DATABASE {name} ALLOW_CONNECTIONS false"),
            format!(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{name}'"
            ),
        ] {
            self.server.sql("postgres", &sql).expect("SQL");
        }
    }

    /// Connections are given again.
    pub fn bring_database_back(&self) {
        let sql = format!("ALTER DATABASE {} ALLOW_CONNECTIONS true", self.database);
        self.server.sql("postgres", &sql).expect("SQL");
    }

    /// A file beside everything.
    pub fn file(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Runs a command that needs none of this.
    pub fn tool(&self, words: &[&str]) -> Output {
        let mut command = Command::new(env!("CARGO_BIN_EXE_tijori"));
        command.args(words).env("LC_ALL", "en_US.UTF-8");
        command.output().expect("it starts")
    }

    /// Starts a node.
    pub fn node(&self, words: &[&str]) -> Node {
        self.start("cloud", words)
    }

    /// Starts the portal alone.
    pub fn portal(&self) -> Node {
        self.start("portal", &[])
    }

    /// Starts a node or the portal with these words.
    pub fn start(&self, edition: &str, words: &[&str]) -> Node {
        started(self.command(edition), words)
    }

    /// The same, with what it writes down in a file.
    pub fn start_logged(&self, edition: &str, words: &[&str], log: &Path) -> Node {
        let mut command = self.command(edition);
        command.stderr(File::create(log).expect("a file"));
        started(command, words)
    }
}

fn started(mut command: Command, words: &[&str]) -> Node {
    let mut process = command
        .args(["--listen", "127.0.0.1:0"])
        .args(words)
        .stdout(Stdio::piped())
        .spawn()
        .expect("the node starts");
    let mut lines = BufReader::new(process.stdout.take().expect("its output")).lines();
    let first = lines.next().expect("a line").expect("text");
    let (_, rest) = first.split_once("://").expect("an address");
    let address = rest.split(". ").next().expect("an address").to_owned();
    std::thread::spawn(move || lines.for_each(drop));
    Node { process, address }
}

/// A running node; killed at the latest when it is let go of.
pub struct Node {
    process: Child,
    pub address: String,
}

impl Node {
    /// A browser that has never been here.
    pub fn browser(&self) -> Browser {
        Browser::new(&self.address)
    }

    /// A browser in which somebody has signed up with this address of email.
    pub fn newcomer(&self, firm: &str, email: &str) -> Browser {
        let mut browser = self.browser();
        let form = [
            ("firm", firm),
            ("full_name", "Asha"),
            ("email", email),
            ("password", PASSWORD),
        ];
        let answer = browser.post("/sign-up", &form);
        assert_eq!(
            (answer.status, answer.header("location")),
            (303, "/"),
            "{}",
            answer.body
        );
        browser
    }

    /// A figure of its memory, in kilobytes; nothing where the system does not tell it.
    pub fn memory_kb(&self, name: &str) -> Option<u64> {
        let status = format!("/proc/{}/status", self.process.id());
        let status = std::fs::read_to_string(status).ok()?;
        let line = status.lines().find_map(|line| line.strip_prefix(name))?;
        let line = line.trim_start_matches(':').trim();
        line.trim_end_matches(" kB").parse().ok()
    }

    /// Tells it to end, as whoever runs it does; its exit code.
    pub fn end(mut self) -> Option<i32> {
        let number = self.process.id().to_string();
        let told = Command::new("kill").args(["-TERM", &number]).status();
        assert!(told.expect("kill").success());
        self.process.wait().expect("its end").code()
    }

    /// Kills it as a power cut does.
    pub fn kill(mut self) {
        self.process.kill().expect("it is killed");
        self.process.wait().expect("its end");
    }
}

impl Drop for Node {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}
