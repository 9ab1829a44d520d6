//! One well-filled request of every described operation, sent to a mock server made from the description.
//!
//! Requests are made by the contract's own encoder from typed values. The mock names in its `sl-violations` header what is
//! wrong in a request, and gives the description's example answer, which must decode to the operation's type.

use crate::coverage::unnamed;
use crate::departures;
use crate::description::{self, Described};
use crate::operations::{self, Operation};
use crate::sample::Texts;
use crate::{file_of, read};
use bytes::Bytes;
use plex_sdk_contract::params::RequestTarget;
use plex_sdk_contract::path::Template;
use plex_sdk_contract::{ClientIdentity, Content, Host};
use serde_json::Value;
use std::time::Duration;

/// Values for parameters (operation, parameter, value) where the description's own example is none.
const VALUES: &[(&str, &str, &str)] = &[
    // The example is no URL of the kind that the description asks for.
    (
        "IngestTransientItem",
        "url",
        "https://media.example.com/a.mkv",
    ),
    // A number or a text, says the description, and Prism takes a number for both.
    ("GetPerson", "personId", "5d776825880197001ec9038e"),
    ("ListPersonMedia", "personId", "5d776825880197001ec9038e"),
    // Prism takes the star of the description's path as it is.
    ("StartTranscodeSession", "extension", "*"),
];

/// What differs in an operation: its name, and what; details follow in further lines.
type Difference = (String, String);

pub(crate) fn run(url: &str) -> Result<(), String> {
    let path = file_of("PLEX_SDK_SPEC", "the OpenAPI description of the server")?;
    let text = read(&path)?;
    let tree: Value = serde_json::from_str(&text).map_err(|error| error.to_string())?;
    let described = description::operations(&tree)?;
    let listed = departures::listed()?;
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .map_err(|error| error.to_string())?;
    let (found, decoded) = runtime.block_on(check_all(url, &described))?;
    let sorted = departures::sort(&listed, found);
    for (operation, what) in &sorted.new {
        println!("{operation}: {}", what.replace('\n', "\n    "));
    }
    for (operation, what) in &sorted.gone {
        println!("{operation}: is listed and does not occur: {what}");
    }
    println!(
        "{} operations of the description, {decoded} example answers decoded; differences: {} listed, {} not listed, {} \
         listed in vain",
        described.len(),
        sorted.known,
        sorted.new.len(),
        sorted.gone.len()
    );
    if sorted.new.is_empty() && sorted.gone.is_empty() {
        Ok(())
    } else {
        Err("interop/prism-departures.tsv does not say what was found".into())
    }
}

async fn check_all(url: &str, described: &[Described]) -> Result<(Vec<Difference>, usize), String> {
    let client = reqwest::Client::builder()
        .no_proxy()
        .timeout(Duration::from_secs(30))
        .build()
        .map_err(|error| error.to_string())?;
    let (mut found, mut decoded) = (Vec::new(), 0);
    for described in described {
        let Some((operation, template)) = operation_of(described) else {
            let name = format!("{} {}", described.method, described.path);
            found.push((name, "no operation".to_owned()));
            continue;
        };
        let name = operation.meta.name.to_owned();
        for parameter in missing(described, operation) {
            found.push((name.clone(), format!("no parameter {parameter}")));
        }
        let texts = texts(described, operation, template);
        let content = if described.has_body {
            Content::new("text/plain", "sample")
        } else {
            Content::default()
        };
        let target = match (operation.request)(&texts, template, content) {
            Ok(target) => target,
            Err(error) => {
                found.push((name, format!("no request\n{error}")));
                continue;
            }
        };
        let answer = send(&client, url, described, &target).await?;
        let line = format!("{} {}", described.method, target.path_and_query());
        let mut body = answer.body;
        if body.is_err() && !answer.violations.is_empty() {
            // What is wrong is told below; the example answer comes where that is not sent.
            let leaner = without(&target, &answer.violations);
            body = send(&client, url, described, &leaner).await?.body;
        }
        for violation in answer.violations {
            found.push((name.clone(), format!("{violation}\n{line}")));
        }
        match body {
            Ok(body) => match (operation.decode)(&body) {
                Ok(()) => decoded += 1,
                Err(error) => found.push((name, format!("answer\n{error}\n{}", shown(&body)))),
            },
            Err(problem) => found.push((name, format!("not answered\n{problem}\n{line}"))),
        }
    }
    Ok((found, decoded))
}

/// The operation that the description means, and its path or alias of that shape.
fn operation_of(described: &Described) -> Option<(&'static Operation, &'static str)> {
    let wanted = unnamed(&described.path.replace('*', "{}"));
    operations::all()
        .filter(|operation| matches!(operation.meta.host, Host::Pms | Host::Player))
        .filter(|operation| {
            let meta = &operation.meta;
            let mut verbs = std::iter::once(meta.method).chain(meta.also);
            verbs.any(|verb| verb.as_str() == described.method)
        })
        .find_map(|operation| {
            let mut templates = operation.meta.templates();
            let same = templates.find(|template| unnamed(template.as_str()) == wanted)?;
            Some((operation, same.as_str()))
        })
}

/// Parameters of the description's query that the operation does not have.
fn missing<'d>(described: &'d Described, operation: &Operation) -> impl Iterator<Item = &'d str> {
    let fields = operation.meta.fields;
    let has = move |name: &str| {
        fields
            .iter()
            .any(|field| *field == "*" || field.trim_end_matches('+') == name)
    };
    let query = described.parameters.iter().filter(|p| p.place == "query");
    query
        .map(|p| p.name.as_str())
        .filter(move |name| !has(name))
}

/// The values for a request: by the operation's own names, as the two may name what stands in the path differently.
fn texts(described: &Described, operation: &Operation, template: &'static str) -> Texts {
    let own: Vec<&str> = Template::new(template).placeholders().collect();
    let theirs: Vec<&str> = described
        .path
        .split('{')
        .skip(1)
        .filter_map(|rest| Some(rest.split_once('}')?.0))
        .collect();
    let mut texts = Texts::new();
    for parameter in &described.parameters {
        let place = theirs.iter().position(|name| *name == parameter.name);
        let name = match place.filter(|_| parameter.place == "path") {
            Some(place) => own.get(place).copied().unwrap_or(&parameter.name),
            // What stands in the path goes before a query's parameter of the same name.
            None if own.contains(&parameter.name.as_str()) => continue,
            None => &parameter.name,
        };
        let sample = match &parameter.sample {
            // Several entries in a path end Prism: it splits them and then cannot split them again.
            Some(Value::Array(list)) if parameter.place == "path" => list.first(),
            sample => sample.as_ref(),
        };
        if let Some(sample) = sample {
            texts.insert(name.to_owned(), sample.clone());
        }
    }
    for (of, name, value) in VALUES {
        if *of == operation.meta.name {
            texts.insert((*name).to_owned(), (*value).into());
        }
    }
    texts
}

/// A request without those parameters of its query that violations name.
fn without(target: &RequestTarget, violations: &[String]) -> RequestTarget {
    let named = |key: &str| {
        let mut places = violations
            .iter()
            .filter_map(|violation| violation.split(' ').next());
        places.any(|place| place.split('.').any(|part| part.eq_ignore_ascii_case(key)))
    };
    let pairs = target.query.split('&');
    let kept: Vec<&str> = pairs
        .filter(|pair| !named(pair.split('=').next().unwrap_or_default()))
        .collect();
    RequestTarget {
        query: kept.join("&"),
        ..target.clone()
    }
}

struct Answer {
    /// Where in the request, and the kind of mistake, as `query.type enum`.
    violations: Vec<String>,
    /// The example answer, or why there is none.
    body: Result<Bytes, String>,
}

async fn send(
    client: &reqwest::Client,
    url: &str,
    described: &Described,
    target: &RequestTarget,
) -> Result<Answer, String> {
    let failed =
        |error: reqwest::Error| format!("{} {}: {error}", described.method, described.path);
    let method =
        http::Method::from_bytes(described.method.as_bytes()).map_err(|error| error.to_string())?;
    let identity = ClientIdentity::new("xtask")
        .to_headers()
        .map_err(|error| error.to_string())?;
    let mut request = client
        .request(
            method,
            format!("{}{}", url.trim_end_matches('/'), target.path_and_query()),
        )
        .headers(identity)
        .header("X-Plex-Token", "sample")
        .header("Accept", "application/json, */*;q=0.5")
        .header("Prefer", format!("code={}", described.status));
    if let Some(body) = &target.body {
        request = request
            .header("Content-Type", body.content_type.as_str())
            .body(body.bytes.clone());
    }
    let answer = request.send().await.map_err(failed)?;
    let mut violations = answer
        .headers()
        .get("sl-violations")
        .map(|header| violations(header.as_bytes()))
        .transpose()?
        .unwrap_or_default();
    let good = answer.status().as_str() == described.status;
    let body = answer.bytes().await.map_err(failed)?;
    if good {
        return Ok(Answer {
            violations,
            body: Ok(body),
        });
    }
    // Where the description has no answer for a bad request, Prism makes one that tells the same in its body.
    if let Ok(problem) = serde_json::from_slice::<Value>(&body) {
        let all = problem["validation"].as_array();
        violations.extend(all.into_iter().flatten().filter_map(violation));
    }
    Ok(Answer {
        violations,
        body: Err(shown(&body)),
    })
}

/// The violations of the request that a header tells.
fn violations(header: &[u8]) -> Result<Vec<String>, String> {
    let all: Vec<Value> = serde_json::from_slice(header).map_err(|error| error.to_string())?;
    Ok(all.iter().filter_map(violation).collect())
}

/// A violation by its place and kind; those of the mock's own answer are between the description and itself.
fn violation(violation: &Value) -> Option<String> {
    let location = violation["location"].as_array()?;
    let place: Vec<&str> = location.iter().filter_map(Value::as_str).collect();
    let place = match place.as_slice() {
        ["response", ..] => return None,
        ["request", place @ ..] | place => place.join("."),
    };
    Some(format!(
        "{place} {}\n{}",
        violation["code"].as_str().unwrap_or_default(),
        violation["message"].as_str().unwrap_or_default()
    ))
}

/// The start of a body.
fn shown(body: &[u8]) -> String {
    String::from_utf8_lossy(body).chars().take(600).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_violations_name_can_be_left_out() {
        let target = RequestTarget {
            path: "/a".into(),
            query: "videoResolution=1x1&b=2".into(),
            body: None,
        };
        let violations = ["query.videoresolution pattern\nno".to_owned()];
        assert_eq!(without(&target, &violations).query, "b=2");
    }

    #[test]
    fn a_mistake_in_the_request_is_told_by_place_and_kind() {
        let header = br#"[{"location":["request","query","type"],"severity":"Error","code":"enum","message":"no"},
            {"location":["response","body"],"severity":"Error","code":"required","message":"theirs"}]"#;
        assert_eq!(violations(header).unwrap(), ["query.type enum\nno"]);
        assert!(violations(b"?").is_err());
    }
}
