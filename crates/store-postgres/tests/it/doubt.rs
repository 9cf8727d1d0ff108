//! A COMMIT that was sent and never answered (SPEC-cloud.md, 2.14): a line between the program and
//! the server that breaks at the worst moment.

use crate::ground::{Ground, SUBSCRIBER, stamp};
use books::Key;
use std::error::Error;
use std::io::{Read, Write};
use std::net::{Shutdown, TcpListener, TcpStream};
use std::os::unix::net::UnixStream;
use std::path::PathBuf;
use std::sync::atomic::{AtomicU8, Ordering};
use std::sync::{Arc, mpsc};
use std::thread;
use std::time::{Duration, Instant};
use store::{Business, BusinessStore, Profile, StoreError, create_business};
use store_postgres::{Database, PostgresStore, Settings};

type Outcome = Result<(), Box<dyn Error>>;

const BUSINESS: Key = Key::constant("b0000000-0000-4000-8000-00000000000b");
const NOTE: Key = Key::constant("0000000d-0000-4000-8000-00000000000d");
const KIND: Key = Key::constant("0000000e-0000-4000-8000-00000000000e");

/// Added to what a line was set to once it has broken.
const BROKEN: u8 = 100;

/// What the line does with the next COMMIT.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
enum Break {
    /// Carries it and its answer.
    Never,
    /// Breaks before it is carried.
    Before,
    /// Carries it, waits for the answer, keeps that, and breaks.
    After,
    /// The same, and lets nobody connect any more.
    ForGood,
    /// Carries it, keeps the answer, and is silent from then on: nobody is refused.
    Mute,
}

/// A line on loopback to the socket of the server.
#[derive(Clone)]
struct Line {
    port: u16,
    breaks: Arc<AtomicU8>,
}

impl Line {
    fn to(socket: PathBuf) -> std::io::Result<Self> {
        let listener = TcpListener::bind("127.0.0.1:0")?;
        let line = Self {
            port: listener.local_addr()?.port(),
            breaks: Arc::new(AtomicU8::new(Break::Never as u8)),
        };
        let carrying = line.clone();
        thread::spawn(move || {
            let mut unheard = Vec::new();
            for client in listener.incoming().flatten() {
                if carrying.is_mute() {
                    unheard.push(client);
                    continue;
                }
                if carrying.is_gone() {
                    continue;
                }
                if let Ok(server) = UnixStream::connect(&socket) {
                    carrying.carry(client, server);
                }
            }
        });
        Ok(line)
    }

    fn set(&self, breaks: Break) {
        self.breaks.store(breaks as u8, Ordering::SeqCst);
    }

    /// Whether it has broken for good.
    fn is_gone(&self) -> bool {
        self.breaks.load(Ordering::SeqCst) == Break::ForGood as u8 + BROKEN
    }

    /// Whether it carries nothing any more.
    fn is_mute(&self) -> bool {
        self.breaks.load(Ordering::SeqCst) == Break::Mute as u8 + BROKEN
    }

    /// Carries one connection both ways.
    fn carry(&self, client: TcpStream, server: UnixStream) {
        let (Ok(mut from), Ok(mut to)) = (client.try_clone(), server.try_clone()) else {
            return;
        };
        let (mut back_from, mut back_to) = (server, client);
        let (keeps, kept) = mpsc::channel::<()>();
        let (line, answering) = (self.clone(), self.clone());
        thread::spawn(move || {
            let mut piece = [0; 65_536];
            while let Ok(count @ 1..) = from.read(&mut piece) {
                let is_commit = piece[..count].windows(7).any(|it| it == b"COMMIT\0");
                let set = line.breaks.load(Ordering::SeqCst);
                let breaks = is_commit && (1..BROKEN).contains(&set);
                if breaks {
                    line.breaks.store(set + BROKEN, Ordering::SeqCst);
                    if set == Break::Before as u8 {
                        break;
                    }
                    if set != Break::Mute as u8 {
                        let _ = keeps.send(());
                    }
                }
                if to.write_all(&piece[..count]).is_err() {
                    break;
                }
            }
            let _ = to.shutdown(Shutdown::Both);
            let _ = from.shutdown(Shutdown::Both);
        });
        thread::spawn(move || {
            let mut piece = [0; 65_536];
            while let Ok(count @ 1..) = back_from.read(&mut piece) {
                if answering.is_mute() {
                    continue;
                }
                // The answer to the COMMIT is kept, and the line breaks.
                if kept.try_recv().is_ok() || back_to.write_all(&piece[..count]).is_err() {
                    break;
                }
            }
            let _ = back_to.shutdown(Shutdown::Both);
            let _ = back_from.shutdown(Shutdown::Both);
        });
    }
}

/// A business reached over a line, and the same reached directly.
struct Setting {
    line: Line,
    over_line: Arc<dyn Business>,
    direct: Arc<dyn Business>,
    _ground: Ground,
}

fn setting() -> Result<Option<Setting>, Box<dyn Error>> {
    let Some(ground) = Ground::new() else {
        return Ok(None);
    };
    let (_, rest) = ground.url.split_once('@').ok_or("no address")?;
    let (host, _) = rest.split_once('/').ok_or("no folder")?;
    let folder = PathBuf::from(host.replace("%2F", "/"));
    let line = Line::to(folder.join(".s.PGSQL.5432"))?;
    let database = Database::open(&Settings {
        url: ground
            .url
            .replace(host, &format!("127.0.0.1:{}", line.port)),
        connections_count_max: 4,
        wait: Duration::from_secs(2),
        scratch: ground.scratch.path().to_owned(),
    })?;
    let direct = PostgresStore::new(ground.database()?, SUBSCRIBER);
    let profile = Profile {
        name: "Rahman Stores".to_owned(),
        country: None,
        time_zone: "Asia/Dhaka".to_owned(),
        installation: Key::NIL,
        absent: Vec::new(),
    };
    create_business(&direct, BUSINESS, &profile, &[], &stamp(), BUSINESS)?;
    Ok(Some(Setting {
        line,
        over_line: PostgresStore::new(database, SUBSCRIBER).open(BUSINESS)?,
        direct: direct.open(BUSINESS)?,
        _ground: ground,
    }))
}

impl Setting {
    /// Writes the record over a line that breaks so.
    fn write(&self, breaks: Break) -> Result<(), StoreError> {
        self.line.set(breaks);
        self.over_line.write(&mut |unit| {
            unit.put_object(NOTE, KIND, b"a note", "A note", &stamp())
                .map(drop)
        })
    }

    fn is_there(&self) -> Result<bool, StoreError> {
        Ok(self.direct.read()?.object(NOTE)?.is_some())
    }
}

#[test]
fn spec_2_14_a_commit_whose_answer_was_lost_is_found_and_told_as_saved() -> Outcome {
    let Some(setting) = setting()? else {
        return Ok(());
    };
    setting.write(Break::After)?;
    assert!(setting.is_there()?);
    // And the line goes on.
    assert!(setting.over_line.read()?.object(NOTE)?.is_some());
    Ok(())
}

#[test]
fn spec_2_14_a_commit_that_never_arrived_changed_nothing_and_may_be_sent_again() -> Outcome {
    let Some(setting) = setting()? else {
        return Ok(());
    };
    let told = setting.write(Break::Before);
    assert!(
        matches!(told, Err(StoreError::Unreachable { .. })),
        "{told:?}"
    );
    assert!(!setting.is_there()?);
    setting.write(Break::Never)?;
    assert!(setting.is_there()?);
    Ok(())
}

#[test]
fn spec_2_14_when_nobody_answers_any_more_nobody_says_that_nothing_was_changed() -> Outcome {
    let Some(setting) = setting()? else {
        return Ok(());
    };
    let begun = Instant::now();
    let told = setting.write(Break::ForGood);
    let told = told.err().ok_or("it was told as saved")?;
    assert_eq!(told.code(), "store-in-doubt");
    assert!(
        begun.elapsed() < Duration::from_secs(25),
        "{:?}",
        begun.elapsed()
    );
    assert!(setting.is_there()?, "this time it was kept");
    Ok(())
}

#[test]
fn spec_2_16_a_commit_that_nobody_answers_is_in_doubt_though_the_line_holds() -> Outcome {
    let Some(setting) = setting()? else {
        return Ok(());
    };
    let begun = Instant::now();
    let told = setting.write(Break::Mute);
    let took = begun.elapsed();
    let told = told.err().ok_or("it was told as saved")?;
    assert_eq!(told.code(), "store-in-doubt");
    assert!(took < Duration::from_secs(18), "{took:?}");
    assert!(setting.is_there()?, "this time it was kept");
    Ok(())
}
