//! The inventory of operations, and the reasons why some are left out: two tables with tabs between their columns.

use crate::{file_of, read, root};
use plex_sdk_contract::Host;

/// An operation that somebody's client, server or description has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Row {
    pub(crate) area: String,
    pub(crate) operation: String,
    pub(crate) method: String,
    pub(crate) path: String,
    /// Where it is served, such as `plex.tv` or `{pms}`.
    pub(crate) host: String,
}

impl Row {
    /// True where this host serves the row.
    pub(crate) fn is_at(&self, host: Host) -> bool {
        match host.url().and_then(|url| url.strip_prefix("https://")) {
            Some(name) => self.host == name,
            None if host == Host::Player => self.host.starts_with("{client}"),
            None => self.host == "{pms}",
        }
    }

    /// As the table of reasons names it.
    pub(crate) fn named(&self) -> [&str; 4] {
        [&self.area, &self.operation, &self.method, &self.path]
    }
}

/// A row of the inventory that has no operation in the code, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct LeftOut {
    pub(crate) area: String,
    pub(crate) operation: String,
    pub(crate) method: String,
    pub(crate) path: String,
    pub(crate) reason: String,
}

impl LeftOut {
    pub(crate) fn named(&self) -> [&str; 4] {
        [&self.area, &self.operation, &self.method, &self.path]
    }
}

/// The inventory that `PLEX_SDK_INVENTORY` names.
pub(crate) fn rows() -> Result<Vec<Row>, String> {
    let path = file_of("PLEX_SDK_INVENTORY", "the inventory, operations.tsv")?;
    parse_rows(&read(&path)?)
}

pub(crate) fn parse_rows(text: &str) -> Result<Vec<Row>, String> {
    table(
        text,
        ["area", "operation", "method", "path", "host"],
        |[area, operation, method, path, host]| Row {
            area,
            operation,
            method,
            path,
            host,
        },
    )
}

/// `left-out.tsv` of this crate.
pub(crate) fn left_out() -> Result<Vec<LeftOut>, String> {
    parse_left_out(&read(&root().join("crates/xtask/left-out.tsv"))?)
}

pub(crate) fn parse_left_out(text: &str) -> Result<Vec<LeftOut>, String> {
    table(
        text,
        ["area", "operation", "method", "path", "reason"],
        |[area, operation, method, path, reason]| LeftOut {
            area,
            operation,
            method,
            path,
            reason,
        },
    )
}

/// The rows of a table whose first line names its columns; a row without one of `columns` is an error.
pub(crate) fn table<T, const N: usize>(
    text: &str,
    columns: [&str; N],
    row: impl Fn([String; N]) -> T,
) -> Result<Vec<T>, String> {
    let mut lines = text.lines();
    let names: Vec<&str> = lines.next().unwrap_or_default().split('\t').collect();
    let mut places = [0; N];
    for (place, column) in places.iter_mut().zip(columns) {
        *place = names
            .iter()
            .position(|name| *name == column)
            .ok_or_else(|| format!("the table has no column `{column}`"))?;
    }
    lines
        .filter(|line| !line.is_empty())
        .map(|line| {
            let cells: Vec<&str> = line.split('\t').collect();
            let mut wanted = places.map(|place| cells.get(place).copied().unwrap_or_default());
            for cell in &mut wanted {
                *cell = cell.trim();
                if cell.is_empty() {
                    return Err(format!("a cell is empty in the row: {line}"));
                }
            }
            Ok(row(wanted.map(str::to_owned)))
        })
        .collect()
}
