/** In place of Node's http and https, in threads that are to ask nobody. */
module.exports = {};
