//! A real PostgreSQL server of the system's packages, started for one test program.
//!
//! It lies in a folder of its own, listens on a socket there and on no port, and ends with the
//! process that started it, however that ends: it is watched by a shell that waits for its standard
//! input to close. It waits for no disk, since nothing in it has to outlive the tests.

use std::fs;
use std::io;
use std::net::TcpListener;
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;
use std::time::{Duration, Instant};

/// How long the server may take until it answers.
const START_WAIT: Duration = Duration::from_secs(60);

/// Where PostgreSQL listens when nobody says otherwise; the name of its socket has it.
const PORT: u16 = 5432;

/// The owner of the tables.
pub const OWNER: &str = "tijori_owner";
/// The role that the program connects as: it owns nothing.
pub const ROLE: &str = "tijori";

/// How the server is set up.
const SETTINGS: [&str; 3] = ["fsync=off", "max_connections=300", "full_page_writes=off"];

/// A running server with the roles [`OWNER`] and [`ROLE`].
pub struct PostgresServer {
    folder: PathBuf,
    programs: PathBuf,
    databases_count: AtomicUsize,
    /// The port on which it listens too, over TLS.
    port: Option<u16>,
    watcher: Child,
}

impl PostgresServer {
    /// Starts a server; nothing where PostgreSQL is not installed.
    ///
    /// # Errors
    /// When it is installed and does not start.
    pub fn start() -> io::Result<Option<Self>> {
        Self::start_with(None)
    }

    /// Starts a server that listens on a port of this computer too, and speaks TLS there with this
    /// certificate and key, in PEM; nothing where PostgreSQL is not installed.
    ///
    /// # Errors
    /// When it is installed and does not start.
    pub fn start_over_tls(certificate: &Path, key: &Path) -> io::Result<Option<Self>> {
        Self::start_with(Some([certificate, key]))
    }

    fn start_with(files: Option<[&Path; 2]>) -> io::Result<Option<Self>> {
        let Some(programs) = programs() else {
            return Ok(None);
        };
        // Sockets have short paths: the folder is not below that of the tests.
        let folder = tempfile::Builder::new()
            .prefix("tijori-pg-")
            .tempdir()?
            .keep();
        let port = match files {
            Some(files) => Some(lay_out(&folder, files)?),
            None => None,
        };
        as_server(Command::new("chown").arg("-R"), &folder)?;
        run(server_command(&programs.join("initdb"))
            .args(["--no-sync", "-A", "trust", "-U", "postgres", "-E", "UTF8"])
            .args(["--locale", "C", "-D"])
            .arg(folder.join("data")))?;
        let server = Self {
            watcher: watch(&programs, &folder, port)?,
            port,
            folder,
            programs,
            databases_count: AtomicUsize::new(0),
        };
        server.wait()?;
        server.sql(
            "postgres",
            &format!("CREATE ROLE {OWNER} LOGIN; CREATE ROLE {ROLE} LOGIN;"),
        )?;
        Ok(Some(server))
    }

    /// The address of a database for a role.
    pub fn url(&self, role: &str, database: &str) -> String {
        let host = self.folder.display().to_string().replace('/', "%2F");
        format!("postgresql://{role}@{host}/{database}")
    }

    /// The address of a database for a role, over TLS to a host of this name; what follows the
    /// question mark says how. Nothing where it listens on no port.
    pub fn url_over_tls(
        &self,
        role: &str,
        host: &str,
        database: &str,
        how: &str,
    ) -> Option<String> {
        let port = self.port?;
        Some(format!(
            "postgresql://{role}@{host}:{port}/{database}?{how}"
        ))
    }

    /// Makes a database of [`OWNER`], empty or as another one is; its name.
    ///
    /// # Errors
    /// When the server refuses.
    pub fn create_database(&self, template: Option<&str>) -> io::Result<String> {
        let number = self.databases_count.fetch_add(1, Ordering::Relaxed);
        let name = format!("books_{number}");
        let template = template.unwrap_or("template0");
        self.sql(
            "postgres",
            &format!("CREATE DATABASE {name} OWNER {OWNER} TEMPLATE {template}"),
        )?;
        Ok(name)
    }

    /// Does SQL as the superuser; what it prints.
    ///
    /// # Errors
    /// When the server refuses.
    pub fn sql(&self, database: &str, sql: &str) -> io::Result<String> {
        run(Command::new(self.programs.join("psql"))
            .arg("-h")
            .arg(&self.folder)
            .args(["-p", &self.port.unwrap_or(PORT).to_string()])
            .args(["-U", "postgres", "-d", database, "-X", "-q", "-A", "-t"])
            .args(["-v", "ON_ERROR_STOP=1", "-c", sql]))
    }

    /// Stops the server at once, as a machine that dies does: who is connected is cut off, and
    /// nobody is let in. What was committed is there after [`Self::start_again`].
    ///
    /// # Errors
    /// When it was not running.
    pub fn stop(&self) -> io::Result<()> {
        let mut command = server_command(&self.programs.join("pg_ctl"));
        let command = command.args(["stop", "--wait", "--mode", "immediate", "-D"]);
        run(command.arg(self.folder.join("data"))).map(drop)
    }

    /// Starts it after [`Self::stop`], at the same address; it answers when this returns.
    ///
    /// # Errors
    /// When it does not start.
    pub fn start_again(&self) -> io::Result<()> {
        let settings: Vec<String> = SETTINGS.iter().map(|it| format!("-c {it}")).collect();
        let network = network(&self.folder, self.port).join(" ");
        let mut command = server_command(&self.programs.join("pg_ctl"));
        run(command
            .args(["start", "--wait", "-D"])
            .arg(self.folder.join("data"))
            .arg("--log")
            .arg(self.folder.join("data").join("log"))
            .arg("--options")
            .arg(format!(
                "-k {} {network} {}",
                self.folder.display(),
                settings.join(" ")
            )))?;
        self.wait()
    }

    /// Freezes the server and everything that it started until what is given back is let go of: it
    /// takes calls and questions, and answers none.
    ///
    /// # Errors
    /// When it is not running.
    pub fn freeze(&self) -> io::Result<Frozen> {
        let noted = fs::read_to_string(self.folder.join("data").join("postmaster.pid"))?;
        let postmaster = noted.lines().next().unwrap_or_default().to_owned();
        // The postmaster first, so that it starts nobody else meanwhile.
        signal("-STOP", std::slice::from_ref(&postmaster))?;
        let mut frozen = Frozen(vec![postmaster]);
        let children = children_of(&frozen.0)?;
        frozen.0.extend(children);
        signal("-STOP", &frozen.0)?;
        Ok(frozen)
    }

    fn wait(&self) -> io::Result<()> {
        let begun = Instant::now();
        loop {
            let answer = self.sql("postgres", "SELECT 1");
            if answer.is_ok() || begun.elapsed() > START_WAIT {
                return answer.map(drop);
            }
            thread::sleep(Duration::from_millis(50));
        }
    }
}

impl Drop for PostgresServer {
    fn drop(&mut self) {
        drop(self.watcher.stdin.take());
        let _ended = self.watcher.wait();
    }
}

/// A server that is frozen; it goes on when this is let go of.
pub struct Frozen(Vec<String>);

impl Drop for Frozen {
    fn drop(&mut self) {
        // One that was killed meanwhile does not go on, and nothing can be done about that here.
        let _gone_on = signal("-CONT", &self.0);
    }
}

fn signal(name: &str, processes: &[String]) -> io::Result<()> {
    run(Command::new("kill").arg(name).args(processes)).map(drop)
}

/// The numbers of the processes that these started.
fn children_of(parents: &[String]) -> io::Result<Vec<String>> {
    let mut found = Vec::new();
    for entry in fs::read_dir("/proc")?.flatten() {
        // Those that have ended by now have no status to be read.
        let status = fs::read_to_string(entry.path().join("status")).unwrap_or_default();
        let parent = status.lines().find_map(|line| line.strip_prefix("PPid:"));
        if parent.is_some_and(|parent| parents.iter().any(|it| it == parent.trim())) {
            found.push(entry.file_name().to_string_lossy().into_owned());
        }
    }
    Ok(found)
}

/// Where the server's programs are.
fn programs() -> Option<PathBuf> {
    let mut versions: Vec<PathBuf> = fs::read_dir("/usr/lib/postgresql")
        .ok()?
        .flatten()
        .map(|entry| entry.path().join("bin"))
        .filter(|bin| bin.join("initdb").exists())
        .collect();
    versions.sort();
    versions.pop()
}

/// Copies the files of a certificate to where the server reads them; a port that is free.
fn lay_out(folder: &Path, [certificate, key]: [&Path; 2]) -> io::Result<u16> {
    fs::copy(certificate, folder.join("server.pem"))?;
    let secret = folder.join("server.key");
    fs::copy(key, &secret)?;
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        fs::set_permissions(&secret, fs::Permissions::from_mode(0o600))?;
    }
    Ok(TcpListener::bind(("127.0.0.1", 0))?.local_addr()?.port())
}

/// What the server is told of ports and TLS.
fn network(folder: &Path, port: Option<u16>) -> Vec<String> {
    let Some(port) = port else {
        return vec!["-c".to_owned(), "listen_addresses=".to_owned()];
    };
    let settings = [
        "listen_addresses=127.0.0.1".to_owned(),
        format!("port={port}"),
        "ssl=on".to_owned(),
        format!("ssl_cert_file={}", folder.join("server.pem").display()),
        format!("ssl_key_file={}", folder.join("server.key").display()),
    ];
    let each = settings.into_iter();
    each.flat_map(|setting| ["-c".to_owned(), setting])
        .collect()
}

/// The server, and the shell that ends it.
fn watch(programs: &Path, folder: &Path, port: Option<u16>) -> io::Result<Child> {
    let script = r#"
        "$@" &
        server=$!
        trap '' INT TERM HUP
        cat >/dev/null
        kill -INT "$server" 2>/dev/null
        wait "$server"
        # One that was stopped and started again is nobody's child.
        again=$(head -n 1 "$FOLDER/data/postmaster.pid" 2>/dev/null)
        if [ -n "$again" ]; then
            kill -INT "$again" 2>/dev/null
            while [ -e "$FOLDER/data/postmaster.pid" ] && kill -0 "$again" 2>/dev/null; do
                sleep 0.1
            done
        fi
        rm -rf "$FOLDER"
    "#;
    let server = server_command(&programs.join("postgres"));
    let mut words = vec![server.get_program().to_owned()];
    words.extend(server.get_args().map(ToOwned::to_owned));
    Command::new("sh")
        .args(["-c", script, "sh"])
        .args(words)
        .arg("-D")
        .arg(folder.join("data"))
        .arg("-k")
        .arg(folder)
        .args(network(folder, port))
        .args(SETTINGS.iter().flat_map(|setting| ["-c", setting]))
        // Ctrl+C on a terminal ends who uses the server, and only then the server.
        .process_group(0)
        .env("FOLDER", folder)
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .stderr(fs::File::create(folder.join("log"))?)
        .spawn()
}

/// A program of the server: it refuses to run as root, and then runs as the user of its package.
fn server_command(program: &Path) -> Command {
    if !is_root() {
        return Command::new(program);
    }
    let mut command = Command::new("setpriv");
    command
        .args(["--reuid=postgres", "--regid=postgres", "--clear-groups"])
        .arg(program);
    command
}

/// Gives the folder to the user that the server runs as.
fn as_server(command: &mut Command, folder: &Path) -> io::Result<()> {
    if is_root() {
        run(command.arg("postgres").arg(folder))?;
    }
    Ok(())
}

fn is_root() -> bool {
    use std::os::unix::fs::MetadataExt;
    fs::metadata("/proc/self").is_ok_and(|metadata| metadata.uid() == 0)
}

fn run(command: &mut Command) -> io::Result<String> {
    let output = command.stdin(Stdio::null()).output()?;
    if output.status.success() {
        return Ok(String::from_utf8_lossy(&output.stdout).into_owned());
    }
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    Err(io::Error::other(format!("{command:?}: {said}")))
}
