/** How much of each product there is. */
package com.acme.shop.stock;
