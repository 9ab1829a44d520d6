//! Runs `plexctl`, and small servers for it to meet.

use serde_json::Value;
use std::fmt;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdout, Command, Output, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};

/// A `plexctl` about to be run, with nothing of the tester's own settings.
pub(crate) struct Run {
    command: Command,
    stdin: Option<String>,
}

pub(crate) fn plexctl(args: &[&str]) -> Run {
    let mut command = Command::new(env!("CARGO_BIN_EXE_plexctl"));
    command.args(args);
    for name in [
        "PLEX_TOKEN",
        "PLEX_SERVER",
        "PLEX_CLIENT_IDENTIFIER",
        "PLEXCTL_CONFIG_DIR",
    ] {
        command.env_remove(name);
    }
    // The tester's own keyring is not asked.
    command.env("PLEXCTL_STORE", "file");
    command.env(
        "XDG_CONFIG_HOME",
        Path::new(env!("CARGO_TARGET_TMPDIR")).join("config"),
    );
    Run {
        command,
        stdin: None,
    }
}

impl Run {
    pub(crate) fn args(mut self, args: &[&str]) -> Self {
        self.command.args(args);
        self
    }

    pub(crate) fn token(mut self, token: &str) -> Self {
        self.command.env("PLEX_TOKEN", token);
        self
    }

    pub(crate) fn stdin(mut self, text: &str) -> Self {
        self.stdin = Some(text.to_owned());
        self
    }

    pub(crate) fn config(mut self, folder: &Path) -> Self {
        self.command.env("XDG_CONFIG_HOME", folder);
        self
    }

    pub(crate) fn env(mut self, name: &str, value: &str) -> Self {
        self.command.env(name, value);
        self
    }

    pub(crate) fn run(mut self) -> Asked {
        let stdin = if self.stdin.is_some() {
            Stdio::piped()
        } else {
            Stdio::null()
        };
        self.command.stdin(stdin);
        self.command.stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = self.command.spawn().unwrap();
        if let (Some(text), Some(mut pipe)) = (self.stdin, child.stdin.take()) {
            pipe.write_all(text.as_bytes()).unwrap();
        }
        child.wait_with_output().unwrap().into()
    }

    /// Has it start with SIGINT ignored, as a shell without job control starts a background job.
    #[cfg(unix)]
    pub(crate) fn ignoring_interrupts(mut self) -> Self {
        let mut shell = Command::new("sh");
        shell.args(["-c", r#"trap "" INT; exec "$0" "$@""#]);
        shell.arg(self.command.get_program());
        shell.args(self.command.get_args());
        for (name, value) in self.command.get_envs() {
            match value {
                Some(value) => shell.env(name, value),
                None => shell.env_remove(name),
            };
        }
        self.command = shell;
        self
    }

    /// Starts it, and gives it back with the first line that it printed.
    pub(crate) fn start(mut self) -> Started {
        self.command.stdin(Stdio::null());
        self.command.stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = self.command.spawn().unwrap();
        let mut stdout = BufReader::new(child.stdout.take().unwrap());
        let mut line = String::new();
        stdout.read_line(&mut line).unwrap();
        Started {
            child,
            stdout,
            line,
        }
    }

    /// Runs it with a stdout that nobody reads.
    pub(crate) fn without_reader(mut self) -> Asked {
        let (reader, writer) = std::io::pipe().unwrap();
        drop(reader);
        self.command.stdin(Stdio::null()).stdout(writer);
        self.command.output().unwrap().into()
    }
}

/// What came of it.
pub(crate) struct Asked {
    pub(crate) out: String,
    pub(crate) err: String,
    code: Option<i32>,
}

impl From<Output> for Asked {
    fn from(output: Output) -> Self {
        Self {
            out: String::from_utf8_lossy(&output.stdout).into_owned(),
            err: String::from_utf8_lossy(&output.stderr).into_owned(),
            code: output.status.code(),
        }
    }
}

impl Asked {
    #[track_caller]
    pub(crate) fn ended_with(&self, code: i32) {
        assert_eq!(self.code, Some(code), "{self}");
    }

    pub(crate) fn all(&self) -> String {
        format!("{}\n{}", self.out, self.err)
    }

    /// The error that `--json` prints.
    #[track_caller]
    pub(crate) fn error(&self) -> Value {
        let value: Value = serde_json::from_str(&self.err).unwrap_or_else(|_| panic!("{self}"));
        value["error"].clone()
    }
}

impl fmt::Display for Asked {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "exit {:?}\nout: {}\nerr: {}",
            self.code, self.out, self.err
        )
    }
}

/// A command under way; it is killed with the test.
pub(crate) struct Started {
    child: Child,
    stdout: BufReader<ChildStdout>,
    /// The first line of its stdout.
    pub(crate) line: String,
}

impl Started {
    /// Sends a signal to it.
    pub(crate) fn signal(&self, name: &str) {
        let id = self.child.id().to_string();
        let sent = Command::new("kill").args([name, &id]).status().unwrap();
        assert!(sent.success());
    }

    /// Waits for the next line of its stdout.
    pub(crate) fn next_line(&mut self) -> String {
        let mut line = String::new();
        self.stdout.read_line(&mut line).unwrap();
        line
    }

    /// Waits for its end.
    pub(crate) fn end(mut self) -> Asked {
        let (mut out, mut err) = (self.line.clone(), String::new());
        self.stdout.read_to_string(&mut out).unwrap();
        let mut stderr = self.child.stderr.take().unwrap();
        stderr.read_to_string(&mut err).unwrap();
        let code = self.child.wait().unwrap().code();
        Asked { out, err, code }
    }
}

impl Drop for Started {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Sends a form as the browser would from the page at this URL; gives the answer's status.
pub(crate) fn post_form(url: &str, form: &str) -> u16 {
    let rest = url.strip_prefix("http://").unwrap();
    let (host, path) = rest.split_once('/').unwrap();
    let mut stream = TcpStream::connect(host).unwrap();
    write!(
        stream,
        "POST /{path} HTTP/1.1\r\nHost: {host}\r\nOrigin: http://{host}\r\nConnection: close\r\n\
         Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {}\r\n\r\n{form}",
        form.len()
    )
    .unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).unwrap();
    answer.split(' ').nth(1).unwrap().parse().unwrap()
}

/// A running `plexctl serve --json`; it is killed with the test.
pub(crate) struct Served {
    child: Child,
    stdout: BufReader<ChildStdout>,
    pub(crate) line: Value,
}

impl Served {
    pub(crate) fn start(args: &[&str]) -> Self {
        let mut run = plexctl(&["serve", "--json"]).args(args);
        run.command.stdin(Stdio::null()).stdout(Stdio::piped());
        let mut child = run.command.spawn().unwrap();
        let mut stdout = BufReader::new(child.stdout.take().unwrap());
        let mut line = String::new();
        stdout.read_line(&mut line).unwrap();
        Self {
            child,
            stdout,
            line: serde_json::from_str(&line).unwrap(),
        }
    }

    pub(crate) fn url(&self) -> &str {
        self.line["pms"].as_str().unwrap()
    }

    pub(crate) fn plex_tv(&self) -> &str {
        self.line["plex_tv"].as_str().unwrap()
    }

    /// What it told of a user.
    pub(crate) fn user(&self, kind: &str) -> &Value {
        let users = self.line["users"].as_array().unwrap();
        users.iter().find(|user| user["kind"] == kind).unwrap()
    }

    /// A user's token for the first server.
    pub(crate) fn token(&self, kind: &str) -> String {
        self.user(kind)["server_token"].as_str().unwrap().to_owned()
    }

    /// Asks it to end; gives what else it printed and its exit code.
    pub(crate) fn terminate(&mut self) -> (String, Option<i32>) {
        let id = self.child.id().to_string();
        let sent = Command::new("kill").args(["-TERM", &id]).status().unwrap();
        assert!(sent.success());
        let mut rest = String::new();
        self.stdout.read_to_string(&mut rest).unwrap();
        (rest, self.child.wait().unwrap().code())
    }
}

impl Drop for Served {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// A port of this computer at which nothing listens.
pub(crate) fn unused_port() -> u16 {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    listener.local_addr().unwrap().port()
}

/// The port of a server whose every answer is a web page.
pub(crate) fn web_page() -> u16 {
    answering(|_| {
        (
            "200 OK".into(),
            "<!doctype html><title>My router</title>".into(),
        )
    })
}

/// The port of a server that repeats each request's head as its answer.
pub(crate) fn echo(status: &'static str) -> u16 {
    answering(move |head| (status.into(), head.to_owned()))
}

fn answering(answer: impl Fn(&str) -> (String, String) + Send + 'static) -> u16 {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = listener.local_addr().unwrap().port();
    std::thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            // A client may hang up at any time.
            let _ = serve_one(stream, &answer);
        }
    });
    port
}

fn serve_one(
    mut stream: TcpStream,
    answer: &impl Fn(&str) -> (String, String),
) -> std::io::Result<()> {
    let mut reader = BufReader::new(stream.try_clone()?);
    let mut head = String::new();
    // A TLS greeting may lack a line's end: it gets an answer at once, as from any plain HTTP server.
    let is_tls = reader.fill_buf()?.first() == Some(&0x16);
    // The head ends with an empty line.
    while !is_tls && !head.ends_with("\r\n\r\n") {
        if reader.read_line(&mut head)? == 0 {
            break;
        }
    }
    let (status, body) = answer(&head);
    write!(
        stream,
        "HTTP/1.1 {status}\r\nContent-Type: text/html\r\nContent-Length: {}\r\nConnection: close\r\n\r\n{body}",
        body.len()
    )
}

/// A folder of its own for each call, inside the build's temporary one.
pub(crate) fn config_dir() -> PathBuf {
    static NEXT: AtomicU32 = AtomicU32::new(0);
    let number = NEXT.fetch_add(1, Ordering::Relaxed);
    let name = format!("{}-{number}", std::process::id());
    Path::new(env!("CARGO_TARGET_TMPDIR")).join(name)
}
