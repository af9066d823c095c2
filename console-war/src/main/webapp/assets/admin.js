"use strict";
// What pages do beyond plain HTML: the menu of small screens, a form goes out once, and plots in the page's colours.
document.documentElement.classList.add("js");
{
  const button = document.querySelector(".menu-button");
  const navigation = document.getElementById("navigation");
  const narrow = window.matchMedia("(max-width: 52rem)");
  const show = () => { button.hidden = !narrow.matches; };
  if (button) {
    show();
    narrow.addEventListener("change", show);
    button.addEventListener("click", () => {
      button.ariaExpanded = String(navigation.classList.toggle("open"));
    });
  }
  for (const form of document.querySelectorAll("form[method=post]")) {
    form.addEventListener("submit", (event) => {
      if (form.ariaBusy === "true") {
        event.preventDefault();
      }
      form.ariaBusy = "true";
    });
    window.addEventListener("pageshow", () => { form.ariaBusy = "false"; });
  }
}
// Plots name colours as colours.css does; what they are depends on the look of the page.
if (window.Chart) {
  const probe = document.createElement("span");
  document.body.append(probe);
  const colour = (name) => {
    probe.style.color = `var(${name})`;
    return getComputedStyle(probe).color;
  };
  Chart.defaults.color = colour("--quiet");
  Chart.defaults.borderColor = colour("--hair");
  Chart.defaults.font.family = "system-ui, sans-serif";
  Chart.register({
    id: "colours",
    beforeInit(chart) {
      for (const set of chart.config.data.datasets) {
        for (const key of ["borderColor", "backgroundColor"]) {
          if (String(set[key]).startsWith("--")) {
            set[key] = colour(set[key]);
          }
        }
      }
    },
  });
}
