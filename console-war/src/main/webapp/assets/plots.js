"use strict";
// Plots take the page's colours, so that they can be read in light and dark; each line differs by dashes, too.
function inOurColours() { // called by PrimeFaces with the chart as "this"
  const style = getComputedStyle(document.body);
  const probe = document.createElement("span");
  document.body.append(probe);
  const colour = (name) => { probe.style.color = `var(${name})`; return getComputedStyle(probe).color; };
  const inks = ["--accent", "--good", "--bad", "--warn", "--quiet"].map(colour);
  const dashes = [[], [6, 3], [2, 3], [10, 4, 2, 4], [1, 4]];
  const config = this.cfg.config ?? this.cfg;
  config.data.datasets.forEach((line, index) => {
    line.borderColor = line.ink ? colour(line.ink) : inks[index % inks.length];
    line.backgroundColor = line.borderColor;
    line.borderDash = dashes[index % dashes.length];
    line.borderWidth = 2;
  });
  for (const scale of Object.values(config.options.scales ?? {})) {
    scale.grid = { ...scale.grid, color: colour("--hair") };
    scale.ticks = { ...scale.ticks, color: colour("--quiet") };
  }
  config.options.plugins = { ...config.options.plugins, legend: { labels: { color: style.color, boxHeight: 0 } } };
  probe.remove();
}
