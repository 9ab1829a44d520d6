//! The code's table of operations against the inventory, as Markdown.

use crate::inventory::{self, LeftOut, Row};
use crate::{operations, read, root};
use plex_sdk_contract::Meta;
use std::fmt::Write as _;

/// Rows in the order of the inventory, each with what answers it.
struct Coverage<'a> {
    rows: Vec<(&'a Row, Answer<'a>)>,
    /// Operations of the code that no row names.
    beyond: Vec<Meta>,
}

enum Answer<'a> {
    /// By these operations; more than one where hosts share a path.
    Code(Vec<Meta>),
    /// Not, for a reason.
    LeftOut(&'a LeftOut),
}

pub(crate) fn print() -> Result<(), String> {
    print!("{}", report()?);
    Ok(())
}

pub(crate) fn write() -> Result<(), String> {
    let path = root().join("docs/coverage.md");
    std::fs::write(&path, report()?).map_err(|error| format!("{}: {error}", path.display()))
}

/// Fails where a row is lost, or where `docs/coverage.md` is not what the code says.
pub(crate) fn check() -> Result<(), String> {
    let report = report()?;
    if read(&root().join("docs/coverage.md"))? != report {
        return Err("docs/coverage.md is not what the code says: \
                    run `cargo run -p xtask -- coverage --write`"
            .into());
    }
    let counts = report
        .lines()
        .find(|line| line.starts_with("| all |"))
        .unwrap_or_default();
    println!("docs/coverage.md is what the code says: {counts}");
    Ok(())
}

fn report() -> Result<String, String> {
    let (rows, left_out) = (inventory::rows()?, inventory::left_out()?);
    let metas: Vec<Meta> = operations::metas();
    let coverage = compare(&rows, &left_out, &metas)?;
    Ok(markdown(&coverage))
}

/// A template whose placeholders have no names.
pub(crate) fn unnamed(template: &str) -> String {
    let mut out = String::with_capacity(template.len());
    let mut inside = false;
    for c in template.trim_end_matches('/').chars() {
        match c {
            '{' => inside = true,
            '}' => inside = false,
            _ if inside => continue,
            _ => {}
        }
        out.push(c);
    }
    out
}

/// True where the operation takes the row's verb at the row's path.
fn answers(meta: &Meta, row: &Row) -> bool {
    let path = unnamed(&row.path);
    row.is_at(meta.host)
        && std::iter::once(meta.method)
            .chain(meta.also)
            .any(|verb| verb.as_str() == row.method)
        && meta
            .templates()
            .any(|template| unnamed(template.as_str()) == path)
}

fn compare<'a>(
    rows: &'a [Row],
    left_out: &'a [LeftOut],
    metas: &[Meta],
) -> Result<Coverage<'a>, String> {
    let mut problems = String::new();
    let mut matched = Vec::with_capacity(rows.len());
    for row in rows {
        let code: Vec<Meta> = metas
            .iter()
            .filter(|meta| answers(meta, row))
            .copied()
            .collect();
        let reason = left_out.iter().find(|reason| reason.named() == row.named());
        let name = row.named().join(" ");
        match (code.is_empty(), reason) {
            (false, None) => matched.push((row, Answer::Code(code))),
            (true, Some(reason)) => matched.push((row, Answer::LeftOut(reason))),
            (true, None) => {
                let _ = writeln!(
                    problems,
                    "a row is lost, neither in the code nor in left-out.tsv: {name}"
                );
            }
            (false, Some(_)) => {
                let _ = writeln!(
                    problems,
                    "left-out.tsv names a row that the code answers: {name}"
                );
            }
        }
    }
    for reason in left_out {
        let same = |row: &&Row| row.named() == reason.named();
        if rows.iter().filter(same).count() != 1 {
            let _ = writeln!(
                problems,
                "left-out.tsv names what is not one row of the inventory: {}",
                reason.named().join(" ")
            );
        }
    }
    if !problems.is_empty() {
        return Err(problems.trim_end().to_owned());
    }
    let beyond = metas
        .iter()
        .filter(|meta| !rows.iter().any(|row| answers(meta, row)));
    Ok(Coverage {
        beyond: beyond.copied().collect(),
        rows: matched,
    })
}

fn markdown(coverage: &Coverage<'_>) -> String {
    let mut out = String::from(
        "# Coverage\n\n\
         Made by `cargo run -p xtask -- coverage --write`; do not edit. Each row of the inventory (what Plex's description,\n\
         the published SDKs and working clients call) with the operation of this project that answers it, or the reason\n\
         why there is none. *Embedded* says whether the embedded Plex serves it.\n\n\
         | area | rows | with an operation | left out | served by the embedded Plex |\n\
         |---|---:|---:|---:|---:|\n",
    );
    let mut areas: Vec<&str> = Vec::new();
    for (row, _) in &coverage.rows {
        if !areas.contains(&row.area.as_str()) {
            areas.push(&row.area);
        }
    }
    for area in areas.iter().map(|area| Some(*area)).chain([None]) {
        let of_area = || {
            let rows = coverage.rows.iter();
            rows.filter(move |(row, _)| area.is_none_or(|area| row.area == area))
        };
        let there = of_area().filter(|(_, answer)| matches!(answer, Answer::Code(_)));
        let (all, there) = (of_area().count(), there.count());
        let served = of_area().filter(|(_, answer)| answer.is_served()).count();
        let _ = writeln!(
            out,
            "| {} | {all} | {there} | {} | {served} |",
            area.unwrap_or("all"),
            all - there
        );
    }
    for area in areas {
        let _ = write!(
            out,
            "\n## {area}\n\n| operation | verb | path | here | embedded |\n|---|---|---|---|---|\n"
        );
        for (row, answer) in coverage.rows.iter().filter(|(row, _)| row.area == area) {
            let here = match answer {
                Answer::Code(metas) => {
                    let names: Vec<String> = metas
                        .iter()
                        .map(|meta| format!("`{}.{}`", meta.group, meta.operation()))
                        .collect();
                    names.join(", ")
                }
                Answer::LeftOut(left_out) => format!("left out: {}", left_out.reason),
            };
            let served = if answer.is_served() { "yes" } else { "" };
            let _ = writeln!(
                out,
                "| `{}` | {} | `{}` | {here} | {served} |",
                row.operation, row.method, row.path
            );
        }
    }
    let _ = write!(
        out,
        "\n## Operations that no row names\n\n| operation | verb | path | embedded |\n|---|---|---|---|\n"
    );
    for meta in &coverage.beyond {
        let served = if operations::is_served(meta) {
            "yes"
        } else {
            ""
        };
        let _ = writeln!(
            out,
            "| `{}.{}` | {} | `{}` | {served} |",
            meta.group,
            meta.operation(),
            meta.method,
            meta.path
        );
    }
    out
}

impl Answer<'_> {
    fn is_served(&self) -> bool {
        matches!(self, Self::Code(metas) if metas.iter().any(operations::is_served))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const INVENTORY: &str = "area\toperation\tmethod\tpath\thost\n\
        pms\tget_identity\tGET\t/identity\t{pms}\n\
        pms\tget_item\tGET\t/library/metadata/{ratingKey}\t{pms}\n\
        plextv\tget_identity\tGET\t/identity\tplex.tv\n";

    fn left_out(lines: &str) -> Vec<LeftOut> {
        inventory::parse_left_out(&format!("area\toperation\tmethod\tpath\treason\n{lines}"))
            .unwrap()
    }

    fn compared(lines: &str) -> Result<String, String> {
        let rows = inventory::parse_rows(INVENTORY)?;
        compare(&rows, &left_out(lines), &operations::metas()).map(|found| markdown(&found))
    }

    #[test]
    fn a_row_is_answered_by_verb_path_and_host_whatever_its_placeholders_are_called() {
        let report = compared("plextv\tget_identity\tGET\t/identity\tfor this test").unwrap();
        for line in [
            "| pms | 2 | 2 | 0 | 2 |",
            "| plextv | 1 | 0 | 1 | 0 |",
            "| all | 3 | 2 | 1 | 2 |",
            "| `get_item` | GET | `/library/metadata/{ratingKey}` | `content.get_metadata_item` | yes |",
            "| `get_identity` | GET | `/identity` | left out: for this test |  |",
        ] {
            assert!(report.contains(line), "{line} is not in\n{report}");
        }
        let (_, beyond) = report.split_once("no row names").unwrap();
        assert!(beyond.contains("`/library/sections/{sectionId}/all`"));
        assert!(!beyond.contains("| `/identity` |"));
    }

    #[test]
    fn a_lost_row_and_a_wrong_reason_are_errors() {
        let lost = compared("").unwrap_err();
        assert!(
            lost.contains("a row is lost") && lost.contains("plextv"),
            "{lost}"
        );
        let both = "plextv\tget_identity\tGET\t/identity\tx\npms\tget_identity\tGET\t/identity\tx";
        assert!(
            compared(both)
                .unwrap_err()
                .contains("that the code answers")
        );
        let unknown = "plextv\tget_identity\tGET\t/identity\tx\npms\tnothing\tGET\t/nothing\tx";
        assert!(compared(unknown).unwrap_err().contains("not one row"));
    }

    #[test]
    fn a_table_without_a_column_or_a_cell_is_an_error() {
        assert!(inventory::parse_rows("area\toperation\n").is_err());
        let empty = inventory::parse_left_out(
            "area\toperation\tmethod\tpath\treason\npms\tx\tGET\t/x\t \n",
        );
        assert!(empty.is_err());
    }
}
