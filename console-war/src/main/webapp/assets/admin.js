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
