//! The Cloud edition on this computer, to try it out: a PostgreSQL server of the system's packages,
//! an S3 server, two nodes and the customer portal, all on loopback, and gone at the end with
//! everything that was entered. `cargo xtask cloud` starts it, and the browser tests stand on it.
//!
//! Usage: `cloud_here PROGRAM` for a person, until Ctrl+C; `cloud_here PROGRAM --json` for tests,
//! which get one document of JSON and any free ports. It then lasts until its standard input
//! closes, and follows a word to the line: `stop` and `start`, for the database. PROGRAM is the
//! built `tijori`.

#![expect(
    clippy::expect_used,
    reason = "the S3 server of the tests says what failed, and ends"
)]

mod running;
#[expect(dead_code, reason = "the tests of the places use more of it")]
#[path = "../../../blobs/tests/it/server.rs"]
mod s3_server;
mod waiting;

use running::{Program, Running};
use s3_server::{ACCESS_KEY_ID, SECRET, Server};
use std::collections::BTreeMap;
use std::error::Error;
use std::io::Write;
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use testkit::postgres_server::{OWNER, PostgresServer, ROLE};
use waiting::End;

/// Where a person finds it, where nothing else listens there: two nodes and the portal.
const PORTS: [u16; 3] = [8101, 8102, 8103];
/// What events of billing are signed with here.
const BILLING_SECRET: &str = "whsec_on_this_computer";

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<(), Box<dyn Error>> {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let (program, is_json) = match words.as_slice() {
        [program] => (program, false),
        [program, json] if json == "--json" => (program, true),
        _ => return Err("This is called with the path of the program, and perhaps --json.".into()),
    };
    let end = if is_json {
        End::Input
    } else {
        End::by_signal()?
    };
    let postgres = PostgresServer::start()?
        .ok_or("PostgreSQL is not installed here. Install Debian's package `postgresql`.")?;
    let storage = Server::start();
    let folder = tempfile::Builder::new()
        .prefix("tijori-cloud-here-")
        .tempdir()?;
    let database = postgres.create_database(None)?;
    let program = Program {
        file: PathBuf::from(program),
        environment: environment(&postgres, &database, &storage, folder.path()),
    };
    let owner = postgres.url(OWNER, &database);
    program.finish(&["cloud", "prepare", "--role", ROLE, "--database", &owner])?;
    let key = program.environment["TIJORI_MASTER_KEY_FILE"].clone();
    program.finish(&["cloud", "key", &key])?;
    let ports = if is_json {
        [0; 3]
    } else {
        PORTS.map(unless_taken)
    };
    let logs = (!is_json).then(|| folder.path());
    let running = start(&program, ports, logs)?;
    let told = if is_json {
        in_json(&running, &program)
    } else {
        in_words(&running, folder.path())
    };
    let mut screen = std::io::stdout().lock();
    writeln!(screen, "{told}")?;
    screen.flush()?;
    drop(screen);
    end.wait(&postgres)?;
    running.into_iter().for_each(Running::stop);
    Ok(())
}

/// This port, or any free one where something listens there already: another one of these, perhaps.
fn unless_taken(port: u16) -> u16 {
    TcpListener::bind(("127.0.0.1", port)).map_or(0, |_free| port)
}

/// Everything that nodes, the portal and the command line are told, which is the same for all.
fn environment(
    postgres: &PostgresServer,
    database: &str,
    storage: &Server,
    folder: &Path,
) -> BTreeMap<String, String> {
    let key = folder.join("master.key").display().to_string();
    let pairs = [
        ("TIJORI_DATABASE", postgres.url(ROLE, database)),
        ("TIJORI_MASTER_KEY_FILE", key),
        ("TIJORI_S3_ENDPOINT", format!("http://{}", storage.address)),
        ("TIJORI_S3_BUCKET", "books".to_owned()),
        ("TIJORI_S3_PATH_STYLE", "true".to_owned()),
        ("TIJORI_S3_ACCESS_KEY_ID", ACCESS_KEY_ID.to_owned()),
        ("TIJORI_S3_SECRET_ACCESS_KEY", SECRET.to_owned()),
        ("TIJORI_BILLING_SECRET", BILLING_SECRET.to_owned()),
    ];
    let pairs = pairs.map(|(name, value)| (name.to_owned(), value));
    BTreeMap::from(pairs)
}

/// Two nodes, and the portal that both lead to.
fn start(
    program: &Program,
    [one, two, door]: [u16; 3],
    logs: Option<&Path>,
) -> Result<Vec<Running>, Box<dyn Error>> {
    let log = |name: &str| logs.map(|folder| folder.join(name));
    let portal = program.start(&["portal"], door, log("portal.log"))?;
    let words = [
        "cloud",
        "--portal-origin",
        &portal.address,
        // Whoever tries it out may send through a mail server on this computer.
        "--mail-to-any-address",
    ];
    let one = program.start(&words, one, log("one.log"))?;
    let two = program.start(&words, two, log("two.log"))?;
    Ok(vec![one, two, portal])
}

/// The addresses, for a person.
fn in_words(running: &[Running], folder: &Path) -> String {
    let at = |place: usize| running.get(place).map_or("", |it| &it.address);
    format!(
        "The Cloud edition runs on this computer.\n\
         \x20 one node          {}/sign-up  (make an account here)\n\
         \x20 another           {}          (the same books)\n\
         \x20 customer portal   {}\n\
         \x20 logs              {}\n\
         Everything entered is gone at the end: Ctrl+C.",
        at(0),
        at(1),
        at(2),
        folder.display()
    )
}

/// The same for programs, with what the command line has to be told.
fn in_json(running: &[Running], program: &Program) -> String {
    let addresses: Vec<&str> = running.iter().map(|it| it.address.as_str()).collect();
    serde_json::json!({
        "nodes": addresses.get(..2),
        "portal": addresses.get(2),
        "environment": program.environment,
    })
    .to_string()
}
