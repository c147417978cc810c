import { takeOver } from "#app/take-over.tsx";
import "./main.css";

const root = document.getElementById("root");
if (root) void takeOver(root);
