// Reads a GraphML or GEXF file with the parsers of Gephi Lite, as it does, and prints what they found as JSON.
import { readFileSync } from "node:fs";
import graphology from "graphology";
import gexf from "graphology-gexf";
import graphml from "graphology-graphml";

const path = process.argv[2];
const parser = path.endsWith(".gexf") ? gexf : graphml;
const graph = parser.parse(graphology, readFileSync(path, "utf-8"), { addMissingNodes: true });
process.stdout.write(JSON.stringify({ multi: graph.multi, ...graph.export() }));
