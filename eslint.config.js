import tseslint from "typescript-eslint";

export default tseslint.config(
  ...tseslint.configs.strict,
  { ignores: ["graphkit/view/page.js", "build/**", ".venv/**", "exports/**"] },
  {
    rules: {
      "@typescript-eslint/no-non-null-assertion": "off",
      "no-restricted-properties": ["error", { property: "innerHTML", message: "names are text: use textContent" }, { property: "outerHTML" }],
      "no-restricted-globals": ["error", "fetch", "XMLHttpRequest", "WebSocket", "eval"],
      eqeqeq: "error",
    },
  },
);
