/** In place of Node's http and https, where rss-parser is to read only. */
module.exports = {};
