//! The program while it serves its pages, and a browser that only saves.

use crate::bench::Bench;
use crate::subject::{Desk, collect};
use anyhow::{Context, Result, bail};
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{Ipv4Addr, SocketAddr, TcpStream};
use std::process::Child;
use std::time::Duration;

/// An answer that takes longer will not come.
const ANSWER_MAX: Duration = Duration::from_secs(30);

/// The program, serving.
pub struct Served {
    child: Child,
    port: u16,
}

/// What the program answered.
#[derive(Debug)]
pub struct Answer {
    /// The status.
    pub status: u16,
    /// Where the browser is sent.
    pub location: Option<String>,
}

impl Served {
    /// Starts the program on a desk and waits until it says where it serves.
    ///
    /// # Errors
    /// What it said instead.
    pub fn start(bench: &Bench, desk: &Desk) -> Result<Self> {
        let words = ["--port", "0", "--no-browser"];
        let mut child = desk.command(&bench.tijori, &words).spawn()?;
        match port_of(&mut child) {
            Some(port) => Ok(Self { child, port }),
            None => {
                let complained = collect(child.stderr.take()).join().unwrap_or_default();
                let _ = child.wait();
                bail!("it does not serve: {}", complained.trim())
            }
        }
    }

    /// The same from a program that was started already; none when it ended without serving.
    pub fn of(mut child: Child) -> Option<Self> {
        let port = port_of(&mut child);
        match port {
            Some(port) => Some(Self { child, port }),
            None => {
                let _ = child.wait();
                None
            }
        }
    }

    /// A door to it, which outlives it.
    pub fn door(&self) -> Door {
        Door(self.port)
    }

    /// Ends it as a power cut would end it: at once.
    pub fn kill(mut self) -> Result<()> {
        self.child.kill()?;
        self.child.wait()?;
        Ok(())
    }
}

impl Drop for Served {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// The port in the line by which it says that it serves.
fn port_of(child: &mut Child) -> Option<u16> {
    let mut line = String::new();
    BufReader::new(child.stdout.as_mut()?)
        .read_line(&mut line)
        .ok()?;
    let (_, rest) = line.split_once("http://127.0.0.1:")?;
    rest.split('/').next()?.parse().ok()
}

/// Where a program serves, or served.
#[derive(Debug, Clone, Copy)]
pub struct Door(u16);

impl Door {
    /// Sends a form, as the program's own page would.
    ///
    /// # Errors
    /// When no whole answer came: nobody was told anything.
    pub fn post(self, path: &str, form: &str) -> Result<Answer> {
        let address = SocketAddr::from((Ipv4Addr::LOCALHOST, self.0));
        let mut stream = TcpStream::connect_timeout(&address, ANSWER_MAX)?;
        stream.set_read_timeout(Some(ANSWER_MAX))?;
        write!(
            stream,
            "POST {path} HTTP/1.1\r\nHost: 127.0.0.1:{}\r\nSec-Fetch-Site: same-origin\r\n\
             Content-Type: application/x-www-form-urlencoded\r\nConnection: close\r\n\
             Content-Length: {}\r\n\r\n{form}",
            self.0,
            form.len()
        )?;
        let mut bytes = Vec::new();
        stream.read_to_end(&mut bytes)?;
        let text = String::from_utf8_lossy(&bytes);
        let (head, _) = text.split_once("\r\n\r\n").context("half an answer")?;
        let status = head.split(' ').nth(1).context("no status")?.parse()?;
        let location = head.lines().find_map(|line| {
            let (name, value) = line.split_once(':')?;
            name.eq_ignore_ascii_case("location")
                .then(|| value.trim().to_owned())
        });
        Ok(Answer { status, location })
    }

    /// Saves a new customer; the key of the record when the program says that it is saved.
    ///
    /// # Errors
    /// When no whole answer came.
    pub fn save(self, business: &str, name: &str) -> Result<Option<books::Key>> {
        let path = format!("/businesses/{business}/records/customers");
        let answer = self.post(&path, &format!("Name={name}"))?;
        let is_saved = (300..400).contains(&answer.status);
        let location = answer.location.filter(|_| is_saved);
        Ok(location.and_then(|location| location.rsplit('/').next()?.parse().ok()))
    }
}

/// The key of a business by its file, of which there is one or which has been told apart by name.
pub fn key_of(bench: &Bench, desk: &Desk, name: &str) -> Result<String> {
    let listed = crate::ground::done(bench, desk, &["business", "list", "--json"])?;
    let entry = listed
        .split('{')
        .find(|entry| entry.contains(&format!("\"{name}\"")))
        .context("the business is not listed")?;
    let key = entry
        .split('"')
        .find(|word| word.parse::<books::Key>().is_ok());
    Ok(key.context("it is listed without a key")?.to_owned())
}
