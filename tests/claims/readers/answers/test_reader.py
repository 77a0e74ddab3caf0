"""Answers of language models as their interfaces return them; samples by hand, after the public documentation."""

import json

import pytest

from claims.errors import InputError
from claims.linking.linker import link
from claims.readers.registry import read
from claims.records import Document, Link

DAM = "The dam in Älvdalen was raised in 1962."
LEAK = "It leaks in winter."
DAMS, LEAKS = "https://dams.example/", "https://leaks.example/"


def document(value: object, indent: int | None = 2) -> Document:
    text = value if isinstance(value, str) else json.dumps(value, indent=indent)
    return link(read(text, "answer.json"), "answer.json")


def claims(found: Document) -> list[tuple[str, list[str | None]]]:
    urls = {citation.id: citation.url for citation in found.citations}
    return [
        (claim.text, [urls[name] for name in claim.citations]) for claim in found.claims if claim.link is Link.DIRECT
    ]


def url_citation(text: str, part: str, url: str) -> dict[str, object]:
    start = text.index(part)
    return {"type": "url_citation", "start_index": start, "end_index": start + len(part), "url": url, "title": "T"}


def responses(text: str, *annotations: dict[str, object]) -> dict[str, object]:
    part = {"type": "output_text", "text": text, "annotations": list(annotations)}
    message = {"type": "message", "role": "assistant", "content": [part]}
    return {"object": "response", "output": [{"type": "web_search_call", "id": "w"}, message]}


def test_openai_s_annotated_links_are_the_markers() -> None:
    text = f"{DAM[:-1]} ([dams.example]({DAMS})). {LEAK} ([leaks.example]({LEAKS}))"
    value = responses(
        text,
        url_citation(text, f"([dams.example]({DAMS}))", DAMS),
        url_citation(text, f"([leaks.example]({LEAKS}))", LEAKS),
    )
    found = document(value)
    assert (found.format, claims(found)) == ("answers", [(DAM, [DAMS]), (LEAK, [LEAKS])])


def test_annotated_words_are_the_claim_of_all_their_sources() -> None:
    text = f"{DAM} {LEAK}"
    value = responses(text, url_citation(text, DAM, DAMS), url_citation(text, DAM, LEAKS))
    assert claims(document(value)) == [(DAM, [DAMS, LEAKS])]


def test_chat_completions_have_annotations_of_their_own_shape() -> None:
    inner = url_citation(DAM, DAM, DAMS)
    message = {"role": "assistant", "content": DAM, "annotations": [{"type": "url_citation", "url_citation": inner}]}
    assert claims(document({"choices": [{"message": message}]})) == [(DAM, [DAMS])]


@pytest.mark.parametrize("camel", [True, False])
def test_gemini_s_segments_count_bytes(camel: bool) -> None:
    text = f"{DAM} {LEAK}"
    ends = [len(DAM.encode()), len(text.encode())]
    names = ["groundingMetadata", "groundingChunks", "groundingSupports", "endIndex", "groundingChunkIndices"]
    if not camel:
        names = ["grounding_metadata", "grounding_chunks", "grounding_supports", "end_index", "grounding_chunk_indices"]
    metadata, chunks, supports, end, indices = names
    grounding = {
        chunks: [{"web": {"uri": DAMS, "title": "dams"}}, {"web": {"uri": LEAKS, "title": "leaks"}}],
        supports: [
            {"segment": {end: ends[0], "text": DAM}, indices: [0]},
            {"segment": {end: ends[1], "text": LEAK}, indices: [0, 1]},
        ],
    }
    value = {"candidates": [{"content": {"parts": [{"text": text}], "role": "model"}, metadata: grounding}]}
    assert claims(document(value)) == [(DAM, [DAMS]), (LEAK, [DAMS, LEAKS])]


def anthropic() -> dict[str, object]:
    cited = {"type": "web_search_result_location", "url": DAMS, "title": "Dams", "cited_text": "raised 1962"}
    located = {"type": "char_location", "document_title": "Plan", "cited_text": "leaks", "document_index": 0}
    blocks = [
        {"type": "text", "text": "Here is what I found. "},
        {"type": "text", "text": DAM, "citations": [cited]},
        {"type": "text", "text": " "},
        {"type": "text", "text": LEAK, "citations": [located]},
    ]
    return {"type": "message", "role": "assistant", "content": blocks}


def test_anthropic_s_blocks_are_the_claims_and_what_they_cite_a_quotation() -> None:
    found = document(anthropic())
    assert claims(found) == [(DAM, [DAMS]), (LEAK, [None])]
    assert [(citation.title, citation.quote) for citation in found.citations] == [
        ("Dams", "raised 1962"),
        ("Plan", "leaks"),
    ]


@pytest.mark.parametrize(
    "sources", [{"citations": [DAMS, LEAKS]}, {"search_results": [{"url": DAMS, "title": "D"}, {"url": LEAKS}]}]
)
def test_perplexity_s_numbers_count_its_sources(sources: dict[str, object]) -> None:
    message = {"role": "assistant", "content": f"{DAM[:-1]}[1]. {LEAK[:-1]}[1][2]."}
    assert claims(document({"choices": [{"message": message}], **sources})) == [(DAM, [DAMS]), (LEAK, [DAMS, LEAKS])]


@pytest.mark.parametrize(
    ("question", "answer", "contexts"),
    [
        ("question", "answer", "contexts"),
        ("user_input", "response", "retrieved_contexts"),
        ("input", "actual_output", "retrieval_context"),
    ],
)
def test_each_sentence_of_a_row_cites_all_contexts(question: str, answer: str, contexts: str) -> None:
    rows = [
        {question: "When was it raised?", answer: f"{DAM} {LEAK}", contexts: ["It was raised in 1962.", DAMS]},
        {
            question: "Does it leak?",
            answer: LEAK,
            contexts: [{"page_content": "It leaks.", "metadata": {"source": LEAKS}}],
        },
    ]
    for text in (json.dumps(rows), "\n".join(map(json.dumps, rows))):
        found = document(text)
        assert claims(found) == [(DAM, [None, DAMS]), (LEAK, [None, DAMS]), (LEAK, [LEAKS])]
        assert [claim.section for claim in found.claims] == ["When was it raised?"] * 2 + ["Does it leak?"]
        assert found.citations[0].quote == "It was raised in 1962."
        assert "1 source is a passage without an address" in found.notes[0]


def test_rows_of_a_table_in_an_answer_are_claims_and_questions_are_none() -> None:
    answer = f"{DAM} Shall I go on?\n\n| Keeper | From |\n|---|---|\n| Ada Brenner | 1871 |\n"
    found = document([{"answer": answer, "contexts": [DAMS]}])
    assert [text for text, _ in claims(found)] == [DAM, "Keeper: Ada Brenner; From: 1871"]


def test_a_chat_has_an_answer_behind_each_question() -> None:
    messages = [
        {"role": "user", "content": "When was it raised?"},
        {"role": "assistant", "content": f"{DAM[:-1]} ([dams.example]({DAMS}))."},
        {"role": "user", "content": "And then?"},
        anthropic(),
    ]
    for value in (messages, {"messages": messages}):
        assert claims(document(value)) == [(DAM, [DAMS]), (DAM, [DAMS]), (LEAK, [None])]


def test_the_line_of_a_claim_is_that_of_its_answer() -> None:
    found = document(responses(DAM, url_citation(DAM, DAM, DAMS)))
    text = json.dumps(responses(DAM, url_citation(DAM, DAM, DAMS)), indent=2)
    assert json.dumps(DAM)[1:-1] in text.split("\n")[found.claims[0].line - 1]


def test_offsets_that_lie_outside_the_answer_are_ignored() -> None:
    wrong = {**url_citation(DAM, DAM, DAMS), "end_index": 9_000}
    assert claims(document(responses(DAM, wrong))) == []


def test_json_without_an_answer_is_no_answer() -> None:
    with pytest.raises(InputError, match="no answer of a language model"):
        read('{"a": 1}', "a.json", "answers")
