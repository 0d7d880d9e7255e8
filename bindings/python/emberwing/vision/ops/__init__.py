"""Operations on boxes, regions and masks, and layers that vision models are built of."""
