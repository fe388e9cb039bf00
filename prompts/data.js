// What the data tab does in the browser; page.js has what all tabs share.
